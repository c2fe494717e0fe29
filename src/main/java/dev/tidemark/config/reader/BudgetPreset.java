package dev.tidemark.config.reader;

import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.SupportedMetrics;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * Budgets that can be applied by name.
 *
 * @param source where the numbers come from
 * @param budgets what {@code preset: <name>} in a probe's budgets means
 * @param targets a second, softer line: shown, never judged
 * @param withoutSource figures of the table that no probe measures yet, in words
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

    /** The limits that a probe with this target can hold, with the preset as their origin. */
    public List<Limit> held(Target target) {
        return held().stream()
                .filter(limit -> SupportedMetrics.has(target, limit.metric()))
                .toList();
    }

    /** All limits, with the preset as their origin. */
    public List<Limit> held() {
        return budgets.stream()
                .map(limit -> limit.on(limit.terms().from("preset " + name)))
                .toList();
    }
}
