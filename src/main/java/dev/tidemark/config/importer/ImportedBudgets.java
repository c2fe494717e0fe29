package dev.tidemark.config.importer;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.model.probe.Limit;
import java.util.List;

/**
 * What a foreign file comes to here.
 *
 * @param budgets with exactly the file's bounds, units and aggregation
 * @param ignored what has no equal here, each with its reason; nothing is dropped without a word
 */
public record ImportedBudgets(List<Limit> budgets, List<ValidationError> ignored) {

    public ImportedBudgets {
        budgets = List.copyOf(budgets);
        ignored = List.copyOf(ignored);
    }
}
