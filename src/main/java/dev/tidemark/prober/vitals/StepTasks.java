package dev.tidemark.prober.vitals;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * TBT and longest task of a step. A task is reported when it ends, maybe during a later step: both are calculated after the
 * observation has ended, from the tasks that the metrics of the page are calculated from.
 */
public final class StepTasks {

    private final DocumentTimeline page;
    private final NetworkActivity network;
    private final TimeSpan period;
    private final boolean opened;

    /** @param opened whether the step opened the page, so that TBT is that of the page up to the end of the step */
    StepTasks(DocumentTimeline page, NetworkActivity network, TimeSpan period, boolean opened) {
        this.page = page;
        this.network = network;
        this.period = period;
        this.opened = opened;
    }

    /** TBT is missing if the step opened the page and nothing contentful was painted. */
    public List<Measurement> measurements() {
        List<TimeSpan> tasks = page.tasks.during(period);
        List<Measurement> all = new ArrayList<>();
        Measurement.ifPlausible(
                        Metric.of("LONGEST_TASK"),
                        tasks.stream().mapToDouble(TimeSpan::length).max().orElse(0))
                .ifPresent(all::add);
        if (!opened) {
            Measurement.ifPlausible(Metric.TBT, TotalBlockingTime.during(period, tasks))
                    .ifPresent(all::add);
        } else if (page.fcp.isPresent() && page.fcp.getAsDouble() < period.end()) {
            Measurement.ifPlausible(Metric.TBT, ofPage(tasks, page.fcp.getAsDouble()))
                    .ifPresent(all::add);
        }
        return all;
    }

    private double ofPage(List<TimeSpan> tasks, double fcp) {
        return Interactivity.of(page, tasks, network.counted(), fcp, period.end())
                .blockingMillis();
    }
}
