package dev.tidemark.alert;

import dev.tidemark.budget.Verdict;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.measurement.Unit;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Limit;

/** How limits and verdicts are called in logs, subjects and pages. */
final class LimitWords {

    private LimitWords() {}

    /** Which limit this is, so that it can be recognised at the next run: changes with every part of the definition. */
    static String key(Limit limit) {
        return limit.metric() + " " + limit.statistic().label() + " "
                + (limit.bound() instanceof Bound.Max ? "max " : "min ")
                + limit.bound().value() + " "
                + limit.severity().label() + " " + limit.breaches() + "/" + limit.of()
                + limit.window().map(window -> " " + window).orElse("");
    }

    /** {@code LCP 3.9 s > 2.5 s (3 of 3 runs)}. */
    static String broken(Verdict verdict) {
        Limit limit = verdict.limit();
        return name(limit) + " " + value(verdict, limit.bound() instanceof Bound.Max ? " > " : " < ") + " ("
                + verdict.breaching() + " of " + verdict.counted() + " runs)";
    }

    /** {@code LCP 2.1 s <= 2.5 s}. */
    static String kept(Verdict verdict) {
        Limit limit = verdict.limit();
        return name(limit) + " " + value(verdict, limit.bound() instanceof Bound.Max ? " <= " : " >= ");
    }

    private static String name(Limit limit) {
        return limit.statistic() == Statistic.MEDIAN
                ? limit.metric().code()
                : limit.metric().code() + " " + limit.statistic().label();
    }

    private static String value(Verdict verdict, String sign) {
        Unit unit = verdict.limit().metric().unit();
        double bound = verdict.limit().bound().value();
        String value = verdict.value().isPresent()
                ? Figure.unlike(unit, verdict.value().getAsDouble(), bound)
                : "?";
        return value + sign + Figure.exact(unit, bound);
    }
}
