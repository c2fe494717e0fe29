package dev.tidemark.model.metric;

import java.util.Map;
import java.util.Optional;

/**
 * The thresholds of a metric: values up to {@code good} are good, values up to {@code poor} need improvement, values above are
 * poor.
 *
 * <p>Field metrics (LCP, INP, CLS, FCP, TTFB) have the Web Vitals thresholds on every device (<a
 * href="https://web.dev/articles/defining-core-web-vitals-thresholds">source</a>). TTI, TBT and SI are lab metrics and use p10
 * and median of Lighthouse's curve for the form factor.
 */
public record Thresholds(double good, double poor) {

    private static final Map<Metric, Thresholds> FIELD = Map.of(
            Metric.LCP, new Thresholds(2500, 4000),
            Metric.INP, new Thresholds(200, 500),
            Metric.CLS, new Thresholds(0.1, 0.25),
            Metric.CLS_ALL_FRAMES, new Thresholds(0.1, 0.25),
            Metric.FCP, new Thresholds(1800, 3000),
            Metric.TTFB, new Thresholds(800, 1800));

    private static final Map<Metric, Thresholds> MOBILE = Map.of(
            Metric.TTI, new Thresholds(3785, 7300),
            Metric.TBT, new Thresholds(200, 600),
            Metric.SI, new Thresholds(3387, 5800));

    private static final Map<Metric, Thresholds> DESKTOP = Map.of(
            Metric.TTI, new Thresholds(2468, 4500),
            Metric.TBT, new Thresholds(150, 350),
            Metric.SI, new Thresholds(1311, 2300));

    /** The official thresholds; empty for metrics without published ones. */
    public static Optional<Thresholds> official(Metric metric, FormFactor formFactor) {
        Map<Metric, Thresholds> lab = formFactor == FormFactor.MOBILE ? MOBILE : DESKTOP;
        return Optional.ofNullable(FIELD.getOrDefault(metric.plain(), lab.get(metric.plain())));
    }

    /** The rating of a measurement; empty without official thresholds. The score is rated by Lighthouse's ranges. */
    public static Optional<Rating> rate(Measurement one, FormFactor formFactor) {
        if (one.metric().plain().equals(Metric.SCORE)) {
            return Optional.of(rateScore(one.value()));
        }
        return official(one.metric(), formFactor).map(thresholds -> thresholds.rate(one.value()));
    }

    public Rating rate(double value) {
        if (value <= good) {
            return Rating.GOOD;
        }
        return value <= poor ? Rating.NEEDS_IMPROVEMENT : Rating.POOR;
    }

    private static Rating rateScore(double score) {
        if (score >= 0.9) {
            return Rating.GOOD;
        }
        return score >= 0.5 ? Rating.NEEDS_IMPROVEMENT : Rating.POOR;
    }
}
