package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Compares a probe with a budget preset. Without a name it lists all presets. */
@PageRoute(value = "/budgets", view = "/budget/preset.xhtml")
@PageRoute(value = "/budgets/{name}", view = "/budget/preset.xhtml")
@Named
@RequestScoped
public class PresetPage {

    private final ProbeCatalog catalog;
    private final PresetTable table;
    private final Viewer viewer;
    private String name = "";
    private String probe = "";
    private Optional<BudgetPreset> preset = Optional.empty();
    private Optional<CatalogEntry> entry = Optional.empty();
    private List<PresetRow> rows = List.of();

    @Inject
    public PresetPage(ProbeCatalog catalog, PresetTable table, Viewer viewer) {
        this.catalog = catalog;
        this.table = table;
        this.viewer = viewer;
    }

    public void load() {
        List<CatalogEntry> all = catalog.all();
        preset = BudgetPresets.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (preset.isEmpty() && !name.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        entry = all.stream()
                .filter(one -> probe.isEmpty() || one.probe().id().slug().equals(probe))
                .findFirst();
        if (preset.isPresent() && entry.isPresent()) {
            var watched = entry.get().probe();
            rows = table.rows(preset.get(), watched, watched.locations().get(0), viewer.times());
        }
    }

    public boolean isIndex() {
        return preset.isEmpty();
    }

    public BudgetPreset getPreset() {
        return preset.orElse(null);
    }

    public List<BudgetPreset> getPresets() {
        return BudgetPresets.all();
    }

    /** Targets without a limit. */
    public List<LocalizedMessage> getTargets() {
        return getPreset().targets().stream().map(LimitText::condition).toList();
    }

    public List<PresetRow> getRows() {
        return rows;
    }

    public List<CatalogEntry> getProbes() {
        return catalog.all();
    }

    /** The probe whose values are shown; null if there is none. */
    public CatalogEntry getEntry() {
        return entry.orElse(null);
    }

    public LocalizedMessage getTitle() {
        return preset.map(BudgetPreset::title).orElse(LocalizedMessage.of("presets.title"));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getProbe() {
        return entry.map(one -> one.probe().id().slug()).orElse(probe);
    }

    public void setProbe(String probe) {
        this.probe = probe == null ? "" : probe;
    }
}
