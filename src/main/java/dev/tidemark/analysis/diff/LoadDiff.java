package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The differences between two sides, later compared with earlier. Requests, elements and third parties are empty unless the page
 * loads of both sides are known.
 *
 * @param explained the metric that the causes explain
 */
public record LoadDiff(
        List<MetricDelta> vitals,
        List<MetricDelta> bytes,
        List<RequestChange> requests,
        List<ElementChange> elements,
        List<ThirdPartyEntity> thirdParties,
        Metric explained,
        List<Cause> causes) {

    private static final List<Metric> VITALS = Stream.of(
                    "LCP", "FCP", "CLS", "TBT", "INP", "TTFB", "TTI", "SI", "SCORE", "LOAD", "REQUESTS", "BYTES")
            .map(Metric::of)
            .toList();
    private static final List<Metric> SIZES = Stream.of(
                    "BYTES_DOCUMENT",
                    "BYTES_SCRIPT",
                    "BYTES_STYLESHEET",
                    "BYTES_IMAGE",
                    "BYTES_FONT",
                    "BYTES_MEDIA",
                    "BYTES_OTHER",
                    "BYTES_THIRD_PARTY",
                    "BYTES_INITIAL",
                    "BYTES_INLINE")
            .map(Metric::of)
            .toList();

    /** All metrics that are compared. */
    public static final List<Metric> METRICS =
            Stream.concat(VITALS.stream(), SIZES.stream()).toList();

    /** @param requested the metric to explain; without one, the first that changed significantly or is likely to have changed, or LCP */
    public static LoadDiff of(DiffSide before, DiffSide after, NoiseAssessment noise, Optional<Metric> requested) {
        DiffInput input = DiffInput.of(before, after);
        List<MetricDelta> vitals = deltas(VITALS, before, after, noise);
        MetricDelta explainedDelta = explainedDelta(vitals, requested);
        return new LoadDiff(
                vitals,
                deltas(SIZES, before, after, noise),
                input.hasPages() ? input.changes() : List.of(),
                input.hasPages() ? ElementChange.between(before, after) : List.of(),
                input.hasPages() ? ThirdPartyEntity.thirdParties(before, after) : List.of(),
                explainedDelta.metric(),
                LikelyCauses.of(explainedDelta.metric(), explainedDelta, input));
    }

    public MetricDelta lcp() {
        return delta(Metric.LCP);
    }

    /** The change that the causes explain. */
    public MetricDelta explainedDelta() {
        return delta(explained);
    }

    /** Metrics that can be explained and that both sides have. */
    public List<Metric> explainable() {
        return LikelyCauses.EXPLAINED.stream()
                .filter(metric -> vitals.stream().anyMatch(one -> one.metric().equals(metric) && one.isComplete()))
                .toList();
    }

    private MetricDelta delta(Metric metric) {
        return vitals.stream()
                .filter(one -> one.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static MetricDelta explainedDelta(List<MetricDelta> vitals, Optional<Metric> requested) {
        List<MetricDelta> possible = LikelyCauses.EXPLAINED.stream()
                .flatMap(metric -> vitals.stream().filter(one -> one.metric().equals(metric)))
                .toList();
        return requested
                .flatMap(metric -> possible.stream()
                        .filter(one -> one.metric().equals(metric))
                        .findFirst())
                .or(() -> possible.stream()
                        .filter(MetricDelta::isProbable)
                        .filter(one -> one.difference() != 0)
                        .findFirst())
                .orElseGet(() -> possible.get(0));
    }

    /** Metrics that at least one side has; LCP always. */
    private static List<MetricDelta> deltas(
            List<Metric> metrics, DiffSide before, DiffSide after, NoiseAssessment noise) {
        return metrics.stream()
                .map(metric -> MetricDelta.of(metric, before, after, noise))
                .filter(one -> one.metric().equals(Metric.LCP)
                        || one.before().isPresent()
                        || one.after().isPresent())
                .toList();
    }
}
