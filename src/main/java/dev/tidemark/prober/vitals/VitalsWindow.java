package dev.tidemark.prober.vitals;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Metrics of a time window of a page: INP and CLS. Its tasks: {@link StepTasks}. */
public record VitalsWindow(List<Measurement> measurements) {

    static VitalsWindow of(DocumentTimeline page, double from) {
        List<InputEvent> events =
                page.events.stream().filter(event -> event.start() >= from).toList();
        Optional<InteractionToNextPaint> interaction = InteractionToNextPaint.of(events, 0);
        double shift = CumulativeLayoutShift.of(
                page.shifts.stream().filter(one -> one.atMillis() >= from).toList());
        List<Measurement> all = new ArrayList<>();
        interaction.ifPresent(one -> put(all, Metric.INP, one.millis()));
        put(all, Metric.CLS, shift);
        return new VitalsWindow(List.copyOf(all));
    }

    private static void put(List<Measurement> all, Metric metric, double value) {
        Measurement.ifPlausible(metric, value).ifPresent(all::add);
    }
}
