package dev.tidemark.config.catalog;

import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits by tag, by source.
 *
 * @param bySource the key is a file in the probes directory; empty: applied through the API
 */
public record SharedLimits(Map<String, List<TagLimit>> bySource) {

    static final SharedLimits NONE = new SharedLimits(Map.of());

    public SharedLimits {
        Map<String, List<TagLimit>> copy = new LinkedHashMap<>();
        new TreeMap<>(bySource).forEach((source, limits) -> copy.put(source, List.copyOf(limits)));
        bySource = copy;
    }

    static SharedLimits of(List<SharedBudgetEntity> rows) {
        Map<String, List<TagLimit>> limits = new TreeMap<>();
        rows.forEach(row -> limits.put(row.source(), row.limits()));
        return new SharedLimits(limits);
    }

    List<Limit> of(Probe probe) {
        return bySource.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .filter(limit -> limit.appliesTo(probe))
                        .map(limit -> limit.withOrigin(one.getKey().isEmpty() ? "applied" : one.getKey())))
                .toList();
    }
}
