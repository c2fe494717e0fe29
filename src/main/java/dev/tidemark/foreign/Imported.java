package dev.tidemark.foreign;

import dev.tidemark.document.Fault;
import dev.tidemark.probe.Limit;
import java.util.List;

/**
 * What a foreign file comes to here.
 *
 * @param budgets with exactly the file's bounds, units and aggregation
 * @param ignored what has no equal here, each with its reason; nothing is dropped without a word
 */
public record Imported(List<Limit> budgets, List<Fault> ignored) {

    public Imported {
        budgets = List.copyOf(budgets);
        ignored = List.copyOf(ignored);
    }
}
