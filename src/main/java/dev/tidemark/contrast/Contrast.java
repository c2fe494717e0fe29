package dev.tidemark.contrast;

import dev.tidemark.measurement.Metric;
import java.util.List;
import java.util.stream.Stream;

/** Everything that differs between two loads, the later against the earlier. */
public record Contrast(
        List<Delta> vitals, List<Delta> bytes, List<RequestChange> requests, List<Party> parties, List<Cause> causes) {

    private static final List<Metric> VITALS = Stream.of(
                    "LCP", "FCP", "CLS", "TTI", "TBT", "TTFB", "INP", "SI", "SCORE", "REQUESTS")
            .map(Metric::of)
            .toList();
    private static final List<Metric> SIZES = Stream.of(
                    "BYTES",
                    "BYTES_DOCUMENT",
                    "BYTES_SCRIPT",
                    "BYTES_STYLESHEET",
                    "BYTES_IMAGE",
                    "BYTES_FONT",
                    "BYTES_MEDIA",
                    "BYTES_OTHER",
                    "BYTES_THIRD_PARTY")
            .map(Metric::of)
            .toList();

    public static Contrast of(Load before, Load after) {
        List<RequestChange> requests =
                RequestChanges.between(before.page().requests(), after.page().requests());
        return new Contrast(
                deltas(VITALS, before, after),
                deltas(SIZES, before, after),
                requests,
                Party.between(before.page().requests(), after.page().requests()),
                LikelyCauses.of(before, after, requests));
    }

    public Delta lcp() {
        return vitals.stream()
                .filter(one -> one.metric().equals(Metric.LCP))
                .findFirst()
                .orElseThrow();
    }

    /** Those that at least one side has. */
    private static List<Delta> deltas(List<Metric> metrics, Load before, Load after) {
        return metrics.stream()
                .map(metric -> Delta.of(metric, before, after))
                .filter(Contrast::isShown)
                .toList();
    }

    private static boolean isShown(Delta one) {
        return one.metric().equals(Metric.LCP)
                || one.before().isPresent()
                || one.after().isPresent();
    }
}
