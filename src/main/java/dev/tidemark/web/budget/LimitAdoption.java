package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Adds limits of presets and suggested limits to a probe. A probe that is defined in a file is read-only. */
@ApplicationScoped
public class LimitAdoption {

    private final ProbeCatalog catalog;
    private final LimitSuggestions suggestions;

    @Inject
    public LimitAdoption(ProbeCatalog catalog, LimitSuggestions suggestions) {
        this.catalog = catalog;
        this.suggestions = suggestions;
    }

    /** Applies the limits of a preset; replaces those applied from it before. */
    public CatalogEntry adopt(CatalogEntry entry, BudgetPreset preset) {
        String origin = "preset " + preset.name();
        return put(entry, preset.limits(entry.probe().target()), limit -> limit.scope()
                .origin()
                .equals(origin));
    }

    /**
     * Applies suggested limits.
     *
     * @param metrics codes of the selected metrics; empty for all
     */
    public CatalogEntry adoptSuggestions(CatalogEntry entry, Collection<String> metrics) {
        List<Limit> wanted = suggestions.of(entry.probe()).stream()
                .filter(one ->
                        metrics.isEmpty() || metrics.contains(one.metric().code()))
                .map(LimitSuggestion::limit)
                .toList();
        return put(
                entry,
                wanted,
                limit -> limit.scope().origin().equals(LimitSuggestion.ORIGIN)
                        && wanted.stream().anyMatch(one -> one.metric().equals(limit.metric())));
    }

    private CatalogEntry put(CatalogEntry entry, List<Limit> added, Predicate<Limit> replaced) {
        List<Limit> limits = new ArrayList<>(entry.probe().budgets().stream()
                .filter(limit -> !replaced.test(limit))
                .toList());
        List<String> keys = limits.stream().map(Limit::key).toList();
        added.stream().filter(limit -> !keys.contains(limit.key())).forEach(limits::add);
        Probe changed = entry.probe().withLimits(limits);
        return changed.equals(entry.probe()) ? entry : catalog.update(changed, entry.version());
    }
}
