package dev.tidemark.web.budget;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.reporting.chart.ValueText;
import dev.tidemark.web.support.TimeText;
import java.time.Duration;

/** What a limit allows, in words: "LCP ≤ 2.50 s · median, 2 of 3 runs · critical". */
public final class LimitText {

    private LimitText() {}

    public static String of(Limit limit) {
        return bound(limit) + " · " + how(limit) + " · " + limit.severity().label();
    }

    public static String bound(Limit limit) {
        if (limit.metric().equals(Metric.SILENCE)) {
            double millis = limit.fixed().map(Bound.Fixed::value).orElse(0.0);
            return "a result at least every " + TimeText.span(Duration.ofMillis((long) millis));
        }
        String side = limit.bound() instanceof Bound.Max || limit.bound() instanceof Bound.Increase ? " ≤ " : " ≥ ";
        if (limit.bound() instanceof Bound.Relative relative) {
            String sign = limit.bound() instanceof Bound.Increase ? " + " : " − ";
            return limit.metric().shortName() + side + "usual" + sign
                    + ValueText.of(Unit.PERCENT, relative.percent())
                    + (relative.atLeast() == 0 ? "" : " and " + ValueText.of(limit.metric(), relative.atLeast()));
        }
        return limit.metric().shortName() + side + ValueText.of(limit.metric(), ((Bound.Fixed) limit.bound()).value());
    }

    /** What is better still: "target 150 ms"; empty without one. */
    static String target(Limit limit) {
        return limit.terms().target().isEmpty()
                ? ""
                : "target "
                        + ValueText.of(limit.metric(), limit.terms().target().getAsDouble());
    }

    private static String how(Limit limit) {
        String window =
                limit.window().map(span -> " over " + TimeText.span(span)).orElse("");
        if (limit.metric().isOfOutcomes()) {
            return limit.metric().equals(Metric.SILENCE) ? "by the clock" : window.strip();
        }
        String places = limit.terms().locations().isPresent()
                ? ", at " + limit.terms().locations().getAsInt() + " locations"
                : "";
        return limit.statistic().label() + window + ", " + limit.breaches() + " of " + limit.of() + " runs" + places;
    }
}
