package dev.tidemark.config.importer;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.model.probe.Limit;
import java.util.List;

/**
 * The result of a budget import.
 *
 * @param budgets with exactly the thresholds, units and aggregation of the file
 * @param ignored the parts that are not supported, each with the reason
 */
public record ImportedBudgets(List<Limit> budgets, List<ValidationError> ignored) {

    public ImportedBudgets {
        budgets = List.copyOf(budgets);
        ignored = List.copyOf(ignored);
    }
}
