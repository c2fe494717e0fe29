package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;

/** Limits and their verdicts as text: on pages, in notifications and in calculations. */
public final class LimitText {

    private LimitText() {}

    /** {@code LCP ≤ 2.50 s · median, 2 of 3 runs · critical}. */
    public static LocalizedMessage of(Limit limit) {
        return LocalizedMessage.of(
                "limit.line",
                condition(limit),
                evaluation(limit),
                limit.severity().title());
    }

    /** {@code LCP ≤ 2.50 s}. */
    public static LocalizedMessage condition(Limit limit) {
        LocalizedMessage metric = limit.metric().shortName();
        if (limit.metric().equals(Metric.SILENCE)) {
            return LocalizedMessage.of("limit.silence", DurationFormat.of(silence(limit)));
        }
        if (limit.threshold() instanceof Bound.Relative relative) {
            String percent = MetricFormat.percent(relative.percent());
            if (relative.atLeast() == 0) {
                return LocalizedMessage.of(isUpper(limit) ? "limit.increase" : "limit.decrease", metric, percent);
            }
            return LocalizedMessage.of(
                    isUpper(limit) ? "limit.increase.atLeast" : "limit.decrease.atLeast",
                    metric,
                    percent,
                    MetricFormat.limit(limit.metric(), relative.atLeast()));
        }
        return LocalizedMessage.of("limit.bound", metric, threshold(limit.metric(), (Bound.Fixed) limit.threshold()));
    }

    /** {@code ≤ 2.50 s}. */
    public static String threshold(Metric metric, Bound.Fixed threshold) {
        return (threshold instanceof Bound.Max ? "≤ " : "≥ ") + MetricFormat.limit(metric, threshold.value());
    }

    /** {@code target 150 ms}; nothing for a limit without a target. */
    public static LocalizedMessage target(Limit limit) {
        return limit.scope().target().isEmpty()
                ? LocalizedMessage.EMPTY
                : LocalizedMessage.of(
                        "limit.target",
                        MetricFormat.limit(
                                limit.metric(), limit.scope().target().getAsDouble()));
    }

    /** {@code LCP 3.90 s > 2.50 s (3 of 3 runs)}. */
    public static LocalizedMessage overBudget(Verdict verdict) {
        Limit limit = verdict.limit();
        if (limit.metric().equals(Metric.SILENCE)) {
            return LocalizedMessage.of("limit.verdict.silent", DurationFormat.elapsed(Duration.ofMillis((long)
                    verdict.value().orElse(0))));
        }
        return LocalizedMessage.of(
                "limit.verdict.overBudget", comparison(verdict, isUpper(limit) ? ">" : "<"), counts(verdict));
    }

    /** {@code LCP 2.10 s ≤ 2.50 s}. */
    public static LocalizedMessage withinBudget(Verdict verdict) {
        Limit limit = verdict.limit();
        return limit.metric().equals(Metric.SILENCE)
                ? LocalizedMessage.of("limit.verdict.resumed")
                : comparison(verdict, isUpper(limit) ? "≤" : "≥");
    }

    /** {@code p95 over 24 h}; nothing for the plain statistic of a run. */
    public static LocalizedMessage window(Limit limit) {
        if (limit.window().isEmpty() || limit.metric().equals(Metric.SILENCE)) {
            return LocalizedMessage.EMPTY;
        }
        String window = DurationFormat.of(limit.window().get());
        return limit.metric().isOutcomeBased()
                ? LocalizedMessage.of("limit.window", window)
                : LocalizedMessage.of(
                        "limit.window.statistic", limit.statistic().title(), window);
    }

    private static LocalizedMessage evaluation(Limit limit) {
        if (limit.metric().isOutcomeBased()) {
            return limit.metric().equals(Metric.SILENCE)
                    ? LocalizedMessage.of("limit.evaluation.continuous")
                    : window(limit);
        }
        LocalizedMessage statistic =
                limit.window().isEmpty() ? limit.statistic().title() : window(limit);
        return limit.scope().locations().isEmpty()
                ? LocalizedMessage.of("limit.evaluation.runs", statistic, limit.breaches(), limit.of())
                : LocalizedMessage.of(
                        "limit.evaluation.locations",
                        statistic,
                        limit.breaches(),
                        limit.of(),
                        limit.scope().locations().getAsInt());
    }

    private static LocalizedMessage counts(Verdict verdict) {
        Limit limit = verdict.limit();
        if (limit.metric().isOutcomeBased()) {
            return window(limit);
        }
        String key = limit.scope().locations().isPresent() ? "limit.counts.locations" : "limit.counts.runs";
        LocalizedMessage counts = LocalizedMessage.of(key, verdict.breaching(), verdict.counted());
        return limit.threshold() instanceof Bound.Relative relative
                ? LocalizedMessage.of(
                        isUpper(limit) ? "limit.counts.increase" : "limit.counts.decrease",
                        counts,
                        MetricFormat.percent(relative.percent()))
                : counts;
    }

    /** Without a value only what it was compared with. */
    private static LocalizedMessage comparison(Verdict verdict, String sign) {
        Metric metric = verdict.limit().metric();
        Statistic statistic = verdict.limit().statistic();
        LocalizedMessage name = metric.isOutcomeBased() || statistic == Statistic.MEDIAN
                ? metric.shortName()
                : LocalizedMessage.of("limit.bound", metric.shortName(), statistic.title());
        if (verdict.threshold().isEmpty()) {
            return name;
        }
        double threshold = verdict.threshold().get().value();
        String value = verdict.value().isEmpty()
                ? ""
                : MetricFormat.against(metric, verdict.value().getAsDouble(), threshold) + " ";
        return LocalizedMessage.of("limit.bound", name, value + sign + " " + MetricFormat.limit(metric, threshold));
    }

    static boolean isUpper(Limit limit) {
        return limit.threshold() instanceof Bound.Max || limit.threshold() instanceof Bound.Increase;
    }

    private static Duration silence(Limit limit) {
        return Duration.ofMillis(
                limit.fixedThreshold().map(Bound.Fixed::value).orElse(0.0).longValue());
    }
}
