package dev.tidemark.web.budget;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The limits of a probe at a location with their verdicts, uptime, presets and suggested limits. */
@PageRoute(value = "/probes/{id}/budgets", view = "/budget/budgets.xhtml")
@Named
@RequestScoped
public class BudgetsPage {

    private final ProbeCatalog catalog;
    private final BudgetExplainer explanations;
    private final LimitSuggestions suggestions;
    private String id = "";
    private String location = "";
    private CatalogEntry entry;
    private BudgetExplanation explanation;
    private List<Uptime> uptimes;
    private List<LimitSuggestion> suggestionList;

    @Inject
    public BudgetsPage(ProbeCatalog catalog, BudgetExplainer explanations, LimitSuggestions suggestions) {
        this.catalog = catalog;
        this.explanations = explanations;
        this.suggestions = suggestions;
    }

    /** A location that the page can show. */
    public record LocationChoice(String name, boolean selected) {}

    public void load() {
        Optional<CatalogEntry> found = catalog.findBySlug(id);
        if (found.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        entry = found.get();
        explanation = explanations.of(getProbe(), selectedLocation());
        uptimes = explanations.uptimes(getProbe(), selectedLocation());
        suggestionList = suggestions.of(getProbe());
    }

    public Probe getProbe() {
        return entry.probe();
    }

    public BudgetExplanation getExplanation() {
        return explanation;
    }

    public List<Uptime> getUptimes() {
        return uptimes;
    }

    public List<LimitSuggestion> getSuggestions() {
        return suggestionList;
    }

    public List<BudgetPreset> getPresets() {
        return BudgetPresets.all();
    }

    /** Whether the probe can be edited here; false if it is defined in a file. */
    public boolean isEditable() {
        return entry.file().isEmpty();
    }

    public String getFile() {
        return entry.file().orElse("");
    }

    public List<LocationChoice> getLocations() {
        return getProbe().locations().stream()
                .map(one -> new LocationChoice(one.name(), one.equals(selectedLocation())))
                .toList();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    public String getLocation() {
        return entry == null ? location : selectedLocation().name();
    }

    public void setLocation(String location) {
        this.location = location == null ? "" : location;
    }

    private LocationName selectedLocation() {
        return getProbe().location(location);
    }
}
