package dev.tidemark.prober.vitals;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Metrics of a time window of a page: INP, CLS, TBT and the longest task. */
public record VitalsWindow(List<Measurement> measurements) {

    static VitalsWindow of(DocumentTimeline page, double from, double end) {
        List<InputEvent> events =
                page.events.stream().filter(event -> event.start() >= from).toList();
        Optional<InteractionToNextPaint> interaction = InteractionToNextPaint.of(events, 0);
        List<TimeSpan> tasks =
                page.tasks.spans().stream().filter(task -> task.end() > from).toList();
        double shift = CumulativeLayoutShift.of(
                page.shifts.stream().filter(one -> one.atMillis() >= from).toList());
        List<Measurement> all = new ArrayList<>();
        interaction.ifPresent(one -> put(all, Metric.INP, one.millis()));
        put(all, Metric.CLS, shift);
        put(all, Metric.TBT, TotalBlockingTime.of(tasks, from, end));
        put(
                all,
                Metric.of("LONGEST_TASK"),
                tasks.stream().mapToDouble(TimeSpan::length).max().orElse(0));
        return new VitalsWindow(List.copyOf(all));
    }

    private static void put(List<Measurement> all, Metric metric, double value) {
        Measurement.ifPlausible(metric, value).ifPresent(all::add);
    }
}
