package dev.tidemark.model.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lighthouse's performance score: the weighted mean of five metrics' scores, rounded to two digits. One metric absent
 * means no score. Weights and curves are those of Lighthouse 10 to 13
 * (<a href="https://developer.chrome.com/docs/lighthouse/performance/performance-scoring">source</a>).
 */
public final class PerformanceScore {

    private static final Map<Metric, Integer> WEIGHTS =
            Map.of(Metric.FCP, 10, Metric.SI, 10, Metric.LCP, 25, Metric.TBT, 30, Metric.CLS, 25);

    private PerformanceScore() {}

    public static Optional<Measurement> of(Measurements measured, FormFactor formFactor) {
        Map<Metric, Double> points = points(measured, formFactor);
        double sum = points.values().stream().mapToDouble(Double::doubleValue).sum();
        return points.isEmpty() ? Optional.empty() : Optional.of(new Measurement(Metric.SCORE, Math.round(sum) / 100.0));
    }

    /** How many of the 100 points each metric brings in, at most its weight; empty when one of them is absent. */
    public static Map<Metric, Double> points(Measurements measured, FormFactor formFactor) {
        Map<Metric, Double> points = new LinkedHashMap<>();
        for (Map.Entry<Metric, Integer> weight : WEIGHTS.entrySet()) {
            Optional<Measurement> one = measured.find(weight.getKey());
            if (one.isEmpty()) {
                return Map.of();
            }
            ScoreCurve curve = ScoreCurve.of(weight.getKey(), formFactor);
            points.put(weight.getKey(), weight.getValue() * curve.score(one.get().value()));
        }
        return points;
    }

    /** The largest value of a metric that still has this score (0 to 1); nothing for a metric that is not scored. */
    public static OptionalDouble largestValueWith(Metric metric, double score, FormFactor formFactor) {
        ScoreCurve curve = ScoreCurve.of(metric, formFactor);
        return curve == null ? OptionalDouble.empty() : OptionalDouble.of(curve.largestValueWith(score));
    }
}
