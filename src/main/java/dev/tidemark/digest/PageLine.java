package dev.tidemark.digest;

import dev.tidemark.observation.ProbeId;
import dev.tidemark.series.Tally;
import dev.tidemark.standing.ProbeState;
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
record PageLine(
        ProbeId probe,
        String title,
        ProbeState state,
        String reason,
        List<Figure> figures,
        Tally failures,
        Tally failuresBefore,
        Optional<Chart> chart) {

    /** By state; within it by the worst figure in relation to what is good, then by the share of failed runs. */
    static final Comparator<PageLine> WORST_FIRST = Comparator.comparing(PageLine::state)
            .thenComparing(PageLine::weight, Comparator.reverseOrder())
            .thenComparing(line -> share(line.failures()), Comparator.reverseOrder())
            .thenComparing(PageLine::title);

    /** @param words what it shows, for those who do not see it */
    record Chart(byte[] png, String words) {}

    PageLine {
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
        return figures.stream().mapToDouble(Figure::weight).max().orElse(0);
    }

    private static double share(Tally tally) {
        return tally.counted() == 0 ? 0 : (double) tally.failed() / tally.counted();
    }

    private static String count(Tally tally) {
        return String.format(Locale.ENGLISH, "%,d of %,d", tally.failed(), tally.counted());
    }

    /** One failed run of very many is not none. */
    private static String percent(double share) {
        return share > 0 && share < 0.0005
                ? "under 0.1 %"
                : String.format(Locale.ENGLISH, "%.1f %%", 100 * share).replace(".0 %", " %");
    }
}
