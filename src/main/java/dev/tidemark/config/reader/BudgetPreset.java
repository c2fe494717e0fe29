package dev.tidemark.config.reader;

import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.SupportedMetrics;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * A named set of limits.
 *
 * @param source of the values
 * @param budgets the limits that {@code preset: <name>} in the budgets of a probe adds
 * @param targets stricter values that are shown but not evaluated
 * @param withoutSource descriptions of values of the source that no metric covers
 */
public record BudgetPreset(
        String name,
        LocalizedMessage title,
        String source,
        List<Limit> budgets,
        List<Limit> targets,
        List<String> withoutSource) {

    public BudgetPreset {
        budgets = List.copyOf(budgets);
        targets = List.copyOf(targets);
        withoutSource = List.copyOf(withoutSource);
    }

    /** The limits that the target can have values for, with the preset as their origin. */
    public List<Limit> limits(Target target) {
        return limits().stream()
                .filter(limit -> SupportedMetrics.isSupported(target, limit.metric()))
                .toList();
    }

    /** All limits, with the preset as their origin. */
    public List<Limit> limits() {
        return budgets.stream()
                .map(limit -> limit.withScope(limit.scope().withOrigin("preset " + name)))
                .toList();
    }
}
