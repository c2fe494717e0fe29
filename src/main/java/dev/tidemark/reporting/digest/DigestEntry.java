package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A page (probe) at a location in the digest.
 *
 * @param title the name, with the location if there are several
 * @param state the current state
 * @param reason of the current state
 * @param metrics metrics of the period
 * @param failures of the period
 * @param failuresBefore of the previous period
 */
record DigestEntry(
        ProbeId probe,
        String title,
        ProbeState state,
        String reason,
        List<DigestMetric> metrics,
        OutcomeTally failures,
        OutcomeTally failuresBefore,
        Optional<Chart> chart) {

    /** By state, then by the worst metric relative to its threshold, then by the share of failed runs, then by name. */
    static final Comparator<DigestEntry> WORST_FIRST = Comparator.comparing(DigestEntry::state)
            .thenComparing(DigestEntry::weight, Comparator.reverseOrder())
            .thenComparing(line -> share(line.failures()), Comparator.reverseOrder())
            .thenComparing(DigestEntry::title);

    /** @param alternativeText the alternative text */
    record Chart(byte[] png, String alternativeText) {}

    DigestEntry {
        metrics = List.copyOf(metrics);
    }

    /** {@code 2 of 288 runs failed (0.7 %); week before: 0 of 280}. */
    String failureText(DigestPeriod period) {
        if (failures.counted() == 0) {
            return LocalizedMessage.of("digest.page.noRuns." + period.unit()).toString();
        }
        LocalizedMessage text = failuresBefore.counted() == 0
                ? LocalizedMessage.of(
                        "digest.page.failures",
                        MetricFormat.count(failures.failed()),
                        MetricFormat.count(failures.counted()),
                        MetricFormat.percent(100 * share(failures)))
                : LocalizedMessage.of(
                        "digest.page.failures." + period.unit(),
                        MetricFormat.count(failures.failed()),
                        MetricFormat.count(failures.counted()),
                        MetricFormat.percent(100 * share(failures)),
                        MetricFormat.count(failuresBefore.failed()),
                        MetricFormat.count(failuresBefore.counted()));
        return text.toString();
    }

    private double weight() {
        return metrics.stream().mapToDouble(DigestMetric::weight).max().orElse(0);
    }

    private static double share(OutcomeTally tally) {
        return tally.counted() == 0 ? 0 : (double) tally.failed() / tally.counted();
    }
}
