package dev.tidemark.web.metrics;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.OutcomeCount;
import dev.tidemark.storage.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The exported metrics in base units. Values do not change between runs; a timestamp shows their age.
 *
 * @param latest the newest ended run of every probe at every location
 * @param lastDay outcomes of the runs of the last 24 hours
 * @param incidents number of open incidents
 * @param undelivered number of notifications waiting for delivery
 */
record PrometheusMetrics(List<Run> latest, List<OutcomeCount> lastDay, long incidents, long undelivered) {

    private static final List<Metric> VITALS =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.SI, Metric.TBT, Metric.TTI, Metric.INP);

    String text() {
        return probes()
                + vitals()
                + outcomes().text()
                + new MetricFamily("tidemark_incidents_open", "Open incidents.")
                        .add(incidents, Map.of())
                        .text()
                + new MetricFamily("tidemark_outbox_waiting", "Notifications waiting for delivery.")
                        .add(undelivered, Map.of())
                        .text();
    }

    /**
     * Monitor failures are not failures of the target: they set no success value, but show in the timestamp and in the
     * outcomes of the day.
     */
    private String probes() {
        MetricFamily success =
                new MetricFamily("tidemark_probe_success", "1 if the last run measured the page, 0 if it failed.");
        MetricFamily duration =
                new MetricFamily("tidemark_probe_duration_seconds", "Duration of the last run with all samples.");
        MetricFamily at =
                new MetricFamily("tidemark_probe_last_run_timestamp_seconds", "End of the last run as Unix timestamp.");
        for (Run run : latest) {
            Map<String, String> labels = labels(run.slot());
            run.outcome()
                    .filter(outcome -> outcome.fault() != FaultOrigin.OURS)
                    .ifPresent(outcome -> success.add(outcome.isOk() ? 1 : 0, labels));
            run.finishedAt().ifPresent(end -> {
                at.add(seconds(end), labels);
                run.startedAt()
                        .ifPresent(start ->
                                duration.add(Duration.between(start, end).toMillis() / 1000.0, labels));
            });
        }
        return success.text() + duration.text() + at.text();
    }

    private String vitals() {
        MetricFamily times = new MetricFamily(
                "tidemark_probe_web_vital_seconds", "Median over the samples of the last run, in seconds.");
        MetricFamily shift = new MetricFamily(
                "tidemark_probe_web_vital_ratio", "Median over the samples of the last run, without unit.");
        MetricFamily bytes = new MetricFamily(
                "tidemark_probe_transfer_bytes", "Median of transferred bytes over the samples of the last run.");
        for (Run run : latest) {
            for (Measurement one : run.measurements()) {
                Map<String, String> labels = Map.of(
                        "probe", run.slot().probe().slug(),
                        "location", run.slot().location().name(),
                        "metric", one.metric().code().toLowerCase(Locale.ROOT));
                if (VITALS.contains(one.metric())) {
                    times.add(one.value() / 1000, labels);
                } else if (one.metric().equals(Metric.CLS) || one.metric().equals(Metric.SCORE)) {
                    shift.add(one.value(), labels);
                } else if (one.metric().equals(Metric.BYTES) && one.metric().unit() == Unit.BYTES) {
                    bytes.add(one.value(), labels(run.slot()));
                }
            }
        }
        return times.text() + shift.text() + bytes.text();
    }

    private MetricFamily outcomes() {
        MetricFamily runs =
                new MetricFamily("tidemark_runs_last_day", "Runs scheduled in the last 24 hours by outcome.");
        lastDay.forEach(one -> runs.add(
                one.runs(),
                Map.of(
                        "probe", one.probe().slug(),
                        "location", one.location().name(),
                        "outcome", one.kind().name().toLowerCase(Locale.ROOT))));
        return runs;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    private static Map<String, String> labels(Slot slot) {
        return Map.of("probe", slot.probe().slug(), "location", slot.location().name());
    }
}
