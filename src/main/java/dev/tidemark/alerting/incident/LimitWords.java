package dev.tidemark.alerting.incident;

import dev.tidemark.analysis.budget.Figure;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import java.time.Duration;

/** How limits and verdicts are called in logs, subjects and pages. */
final class LimitWords {

    private LimitWords() {}

    /** Which limit this is, so that it can be recognised at the next run: changes with every part of the definition. */
    static String key(Limit limit) {
        return limit.key();
    }

    /** {@code LCP 3.9 s > 2.5 s (3 of 3 runs)}. */
    static String broken(Verdict verdict) {
        Limit limit = verdict.limit();
        return limit.metric().equals(Metric.SILENCE)
                ? "no result for " + span(verdict.value().orElse(0))
                : name(limit) + " " + value(verdict, isUpper(limit) ? " > " : " < ") + " (" + counts(verdict) + ")";
    }

    /** {@code LCP 2.1 s <= 2.5 s}. */
    static String kept(Verdict verdict) {
        Limit limit = verdict.limit();
        return limit.metric().equals(Metric.SILENCE)
                ? "there are results again"
                : name(limit) + " " + value(verdict, isUpper(limit) ? " <= " : " >= ");
    }

    private static String counts(Verdict verdict) {
        Limit limit = verdict.limit();
        if (limit.metric().isOfOutcomes()) {
            return "over " + span(limit.window().orElse(Duration.ZERO).toMillis());
        }
        String what = limit.terms().locations().isPresent() ? " locations" : " runs";
        String usual = limit.bound() instanceof Bound.Relative relative ? usual(relative) : "";
        return verdict.breaching() + " of " + verdict.counted() + what + usual;
    }

    private static String usual(Bound.Relative bound) {
        return ", more than " + Figure.of(Unit.PERCENT, bound.percent()) + " from what was usual";
    }

    private static boolean isUpper(Limit limit) {
        return limit.bound() instanceof Bound.Max || limit.bound() instanceof Bound.Increase;
    }

    private static String name(Limit limit) {
        return limit.statistic() == Statistic.MEDIAN
                ? limit.metric().code()
                : limit.metric().code() + " " + limit.statistic().label();
    }

    private static String value(Verdict verdict, String sign) {
        Unit unit = verdict.limit().metric().unit();
        if (verdict.value().isEmpty() || verdict.bound().isEmpty()) {
            return verdict.bound()
                    .map(bound -> "?" + sign + Figure.exact(unit, bound.value()))
                    .orElse("?");
        }
        double bound = verdict.bound().get().value();
        return Figure.unlike(unit, verdict.value().getAsDouble(), bound) + sign + Figure.exact(unit, bound);
    }

    /** 45 min, 2 h, 30 d: whole ones of the largest unit that is filled twice. */
    private static String span(double millis) {
        Duration span = Duration.ofMillis((long) millis);
        if (span.toDays() >= 2) {
            return span.toDays() + " d";
        }
        return span.toHours() >= 2
                ? span.toHours() + " h"
                : span.toMinutes() >= 2 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }
}
