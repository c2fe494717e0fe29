package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.storage.run.Run;
import java.time.Duration;
import java.time.Instant;

/** The log line of a run. {@code HistoryEvidence} of the launcher reads it. */
final class RunLogLine {

    private RunLogLine() {}

    static String of(Run run, Instant startedAt, Instant finishedAt) {
        String outcome = run.outcome().map(one -> one.kind().name()).orElse("-");
        String lcp = run.measurements()
                .find(Metric.LCP)
                .map(one -> MetricFormat.of(Metric.LCP, one.value()))
                .orElse("-");
        return "%s @ %s: %s in %s, LCP %s, run %s"
                .formatted(
                        run.slot().probe(),
                        run.slot().location(),
                        outcome,
                        DurationFormat.of(Duration.between(startedAt, finishedAt)),
                        lcp,
                        run.id());
    }
}
