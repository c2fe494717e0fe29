package dev.tidemark.model.metric;

import java.util.Map;

/**
 * A complementary log-normal distribution with two control points: {@code p10} scores 0.90, {@code median} scores 0.50.
 * Rounding and clamping as in Lighthouse's {@code shared/statistics.js}.
 */
record ScoreCurve(double p10, double median) {

    private static final double INVERSE_ERFC_OF_ONE_FIFTH = 0.9061938024368232;

    private static final Map<Metric, ScoreCurve> MOBILE = Map.of(
            Metric.FCP, new ScoreCurve(1800, 3000),
            Metric.SI, new ScoreCurve(3387, 5800),
            Metric.LCP, new ScoreCurve(2500, 4000),
            Metric.TBT, new ScoreCurve(200, 600),
            Metric.CLS, new ScoreCurve(0.1, 0.25));

    private static final Map<Metric, ScoreCurve> DESKTOP = Map.of(
            Metric.FCP, new ScoreCurve(934, 1600),
            Metric.SI, new ScoreCurve(1311, 2300),
            Metric.LCP, new ScoreCurve(1200, 2400),
            Metric.TBT, new ScoreCurve(150, 350),
            Metric.CLS, new ScoreCurve(0.1, 0.25));

    static ScoreCurve of(Metric metric, FormFactor formFactor) {
        return (formFactor == FormFactor.MOBILE ? MOBILE : DESKTOP).get(metric);
    }

    /** The score from 0 to 1, rounded down to two digits. */
    double score(double value) {
        double exact = clamp(value, value <= 0 ? 1 : tail(value));
        double lifted = exact > 0.9 ? exact + 0.05 * (exact - 0.9) : exact;
        return Math.floor(Math.min(lifted, 1) * 100) / 100;
    }

    /** The maximum value with at least this score, to three decimals. */
    double largestValueWith(double score) {
        long good = 0;
        long bad = (long) (median * 1000 * 1000);
        while (bad - good > 1) {
            long middle = (good + bad) / 2;
            if (score(middle / 1000.0) >= score) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good / 1000.0;
    }

    private double tail(double value) {
        double z = Math.log(value / median) / -Math.log(p10 / median) * INVERSE_ERFC_OF_ONE_FIFTH;
        return (1 - ErrorFunction.erf(z)) / 2;
    }

    private double clamp(double value, double score) {
        if (value <= p10) {
            return Math.max(0.9, Math.min(1, score));
        }
        if (value <= median) {
            return Math.max(0.5, Math.min(0.8999999999999999, score));
        }
        return Math.max(0, Math.min(0.49999999999999994, score));
    }
}
