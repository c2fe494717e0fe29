package dev.tidemark.launcher.backup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which tables are filled, so that a foreign key finds its row. */
final class ReferenceOrder {
    private final Map<String, List<String>> references;
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Set<String> visited = new LinkedHashSet<>();

    private ReferenceOrder(Map<String, List<String>> references) {
        this.references = references;
    }

    /** @param references the tables that a table refers to, by its name */
    static List<String> of(List<String> tables, Map<String, List<String>> references) {
        ReferenceOrder order = new ReferenceOrder(references);
        tables.forEach(order::add);
        order.ordered.retainAll(tables);
        return List.copyOf(order.ordered);
    }

    private void add(String table) {
        if (visited.add(table)) {
            references.getOrDefault(table, List.of()).forEach(this::add);
            ordered.add(table);
        }
    }
}
