package dev.tidemark.config.reader;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.SupportedMetrics;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Set;

/**
 * A named set of limits.
 *
 * @param source of the values
 * @param budgets the limits that {@code preset: <name>} in the budgets of a probe adds
 * @param targets stricter values that are shown but not evaluated
 * @param pagesOnly metrics whose limits do not apply to HTTP checks, although these measure them
 * @param withoutSource descriptions of values of the source that no metric covers
 */
public record BudgetPreset(
        String name,
        LocalizedMessage title,
        String source,
        List<Limit> budgets,
        List<Limit> targets,
        Set<Metric> pagesOnly,
        List<String> withoutSource) {

    private static final String PREFIX = "preset ";

    public BudgetPreset {
        budgets = List.copyOf(budgets);
        targets = List.copyOf(targets);
        pagesOnly = Set.copyOf(pagesOnly);
        withoutSource = List.copyOf(withoutSource);
    }

    /** The limits that apply to the target, with the preset as their origin. */
    public List<Limit> limits(Target target) {
        return limits().stream()
                .filter(limit -> SupportedMetrics.isSupported(target, limit.metric()))
                .filter(limit -> covers(target, limit.metric()))
                .toList();
    }

    /** Whether the limit of a metric is meant for targets like this. */
    boolean covers(Target target, Metric metric) {
        return !(target instanceof Target.Http && pagesOnly.contains(metric));
    }

    /** Whether the limit was taken from this preset, also by a tag. */
    boolean isOriginOf(Limit limit) {
        String origin = limit.scope().origin();
        return origin.equals(PREFIX + name) || origin.endsWith(", " + PREFIX + name);
    }

    /** All limits, with the preset as their origin. */
    public List<Limit> limits() {
        return budgets.stream()
                .map(limit -> limit.withScope(limit.scope().withOrigin(PREFIX + name)))
                .toList();
    }
}
