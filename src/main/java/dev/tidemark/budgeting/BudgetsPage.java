package dev.tidemark.budgeting;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.definition.Preset;
import dev.tidemark.definition.Presets;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import dev.tidemark.web.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** What is allowed of one probe at one location, and what came of it. */
@Named
@RequestScoped
public class BudgetsPage {

    private final ProbeCatalog catalog;
    private final Explanations explanations;
    private final Suggestions suggestions;
    private String id = "";
    private String location = "";
    private CatalogEntry entry;
    private Explanation explanation;
    private List<Uptime> uptimes;
    private List<Suggestion> suggested;

    protected BudgetsPage() {
        this(null, null, null);
    }

    @Inject
    public BudgetsPage(ProbeCatalog catalog, Explanations explanations, Suggestions suggestions) {
        this.catalog = catalog;
        this.explanations = explanations;
        this.suggestions = suggestions;
    }

    /** A location to choose. */
    public record Place(String name, boolean chosen) {}

    public void load() {
        Optional<CatalogEntry> found =
                Optional.of(id).filter(ProbeId::isValid).flatMap(slug -> catalog.find(new ProbeId(slug)));
        if (found.isEmpty()) {
            NotFound.end();
            return;
        }
        entry = found.get();
        explanation = explanations.of(getProbe(), place());
        uptimes = explanations.uptimes(getProbe(), place());
        suggested = suggestions.of(getProbe());
    }

    public Probe getProbe() {
        return entry.probe();
    }

    public Explanation getExplanation() {
        return explanation;
    }

    public List<Uptime> getUptimes() {
        return uptimes;
    }

    public List<Suggestion> getSuggested() {
        return suggested;
    }

    public List<Preset> getPresets() {
        return Presets.all();
    }

    /** Whether it can be changed here, and not in a file. */
    public boolean isEditable() {
        return entry.file().isEmpty();
    }

    public String getFile() {
        return entry.file().orElse("");
    }

    public List<Place> getPlaces() {
        return getProbe().locations().stream()
                .map(one -> new Place(one.name(), one.equals(place())))
                .toList();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    public String getLocation() {
        return entry == null ? location : place().name();
    }

    public void setLocation(String location) {
        this.location = location == null ? "" : location;
    }

    private LocationName place() {
        return getProbe().locations().stream()
                .filter(one -> one.name().equals(location))
                .findFirst()
                .orElse(getProbe().locations().get(0));
    }
}
