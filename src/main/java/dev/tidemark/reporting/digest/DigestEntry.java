package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a page did at a location.
 *
 * @param title its name, with the location where there are several
 * @param state and reason: as it stands now
 * @param failures of the period
 */
record DigestEntry(
        ProbeId probe,
        String title,
        ProbeState state,
        String reason,
        List<DigestMetric> figures,
        OutcomeTally failures,
        OutcomeTally failuresBefore,
        Optional<Chart> chart) {

    /** By state; within it by the worst figure in relation to what is good, then by the share of failed runs. */
    static final Comparator<DigestEntry> WORST_FIRST = Comparator.comparing(DigestEntry::state)
            .thenComparing(DigestEntry::weight, Comparator.reverseOrder())
            .thenComparing(line -> share(line.failures()), Comparator.reverseOrder())
            .thenComparing(DigestEntry::title);

    /** @param words what it shows, for those who do not see it */
    record Chart(byte[] png, String words) {}

    DigestEntry {
        figures = List.copyOf(figures);
    }

    /** {@code 2 of 288 runs failed (0.7 %), the week before 0 of 280}. */
    String failureWords(DigestPeriod period) {
        if (failures.counted() == 0) {
            return "No run counted in this " + period.unit();
        }
        String words = count(failures) + " runs failed (" + percent(share(failures)) + ")";
        return failuresBefore.counted() == 0
                ? words
                : words + ", the " + period.unit() + " before " + count(failuresBefore);
    }

    private double weight() {
        return figures.stream().mapToDouble(DigestMetric::weight).max().orElse(0);
    }

    private static double share(OutcomeTally tally) {
        return tally.counted() == 0 ? 0 : (double) tally.failed() / tally.counted();
    }

    private static String count(OutcomeTally tally) {
        return String.format(Locale.ENGLISH, "%,d of %,d", tally.failed(), tally.counted());
    }

    /** One failed run of very many is not none. */
    private static String percent(double share) {
        return share > 0 && share < 0.0005
                ? "under 0.1 %"
                : String.format(Locale.ENGLISH, "%.1f %%", 100 * share).replace(".0 %", " %");
    }
}
