package dev.tidemark.model.probe;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Unit;
import java.util.Locale;

/** Where a value is relative to a limit, worst first. Labels are CSS-safe. */
public enum BudgetStatus {
    OVER,
    /** Within budget by less than 10 % of the limit; for a minimum, also by less than 10 % of what is possible above it. */
    NEAR,
    WITHIN;

    private static final double NEAR_SHARE = 0.1;
    private static final double ROUNDING = 1e-9;

    /** @param value in the unit of the metric */
    public static BudgetStatus of(Metric metric, Bound.Fixed threshold, double value) {
        if (!threshold.allows(value)) {
            return OVER;
        }
        double margin = margin(metric, threshold);
        double distance = Math.abs(value - threshold.value());
        return margin > 0 && distance <= margin * (1 + ROUNDING) ? NEAR : WITHIN;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** 0 where the limit is the best possible value. */
    private static double margin(Metric metric, Bound.Fixed threshold) {
        double ofLimit = NEAR_SHARE * threshold.value();
        return threshold instanceof Bound.Max
                ? ofLimit
                : Math.min(ofLimit, NEAR_SHARE * (highest(metric) - threshold.value()));
    }

    private static double highest(Metric metric) {
        if (metric.plain().equals(Metric.SCORE)) {
            return 1;
        }
        return metric.unit() == Unit.PERCENT ? 100 : Double.MAX_VALUE;
    }
}
