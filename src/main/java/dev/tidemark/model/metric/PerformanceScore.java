package dev.tidemark.model.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The Lighthouse performance score: the weighted mean of the scores of five metrics, rounded to two digits. Without all five
 * metrics there is no score. Weights and curves are those of Lighthouse 10 to 13 (<a
 * href="https://developer.chrome.com/docs/lighthouse/performance/performance-scoring">source</a>).
 */
public final class PerformanceScore {

    private static final Map<Metric, Integer> WEIGHTS =
            Map.of(Metric.FCP, 10, Metric.SI, 10, Metric.LCP, 25, Metric.TBT, 30, Metric.CLS, 25);

    private PerformanceScore() {}

    public static Optional<Measurement> of(Measurements measured, FormFactor formFactor) {
        Map<Metric, Double> points = points(measured, formFactor);
        double sum = points.values().stream().mapToDouble(Double::doubleValue).sum();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measurement(Metric.SCORE, Math.round(sum) / 100.0));
    }

    /** The points out of 100 that each metric contributes, at most its weight; empty when a metric is absent. */
    public static Map<Metric, Double> points(Measurements measured, FormFactor formFactor) {
        Map<Metric, Double> points = new LinkedHashMap<>();
        for (Map.Entry<Metric, Integer> weight : WEIGHTS.entrySet()) {
            Optional<Measurement> one = measured.find(weight.getKey());
            if (one.isEmpty()) {
                return Map.of();
            }
            ScoreCurve curve = ScoreCurve.of(weight.getKey(), formFactor);
            points.put(
                    weight.getKey(), weight.getValue() * curve.score(one.get().value()));
        }
        return points;
    }

    /** The maximum value of a metric with at least this score (0 to 1); empty for a metric without a score curve. */
    public static OptionalDouble largestValueWith(Metric metric, double score, FormFactor formFactor) {
        ScoreCurve curve = ScoreCurve.of(metric, formFactor);
        return curve == null ? OptionalDouble.empty() : OptionalDouble.of(curve.largestValueWith(score));
    }
}
