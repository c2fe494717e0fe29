package dev.tidemark.dashboard;

import dev.tidemark.alert.Incident;
import dev.tidemark.alert.IncidentQuery;
import dev.tidemark.alert.Incidents;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.observation.ProbeId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Incidents, the last opened first: of all probes or of one, all of them or by state. */
@Named
@RequestScoped
public class IncidentsPage {

    private static final int SHOWN = 100;

    private final Incidents incidents;
    private final ProbeCatalog catalog;
    private String state = "";
    private String probe = "";
    private List<Incident> items = List.of();

    protected IncidentsPage() {
        this(null, null);
    }

    @Inject
    public IncidentsPage(Incidents incidents, ProbeCatalog catalog) {
        this.incidents = incidents;
        this.catalog = catalog;
    }

    public void load() {
        Optional<Boolean> open =
                switch (state) {
                    case "open" -> Optional.of(true);
                    case "resolved" -> Optional.of(false);
                    default -> Optional.empty();
                };
        items = incidents
                .list(new IncidentQuery(open, asked(), SHOWN, Optional.empty()))
                .items();
    }

    public List<Incident> getItems() {
        return items;
    }

    /** The name of the probe whose incidents these are, its id when it is gone; empty for those of all. */
    public String getProbeName() {
        return asked().map(id -> catalog.find(id).map(one -> one.probe().name()).orElse(id.slug()))
                .orElse("");
    }

    /** The same page with incidents of another state: open, resolved, or empty for all. */
    public String addressOf(String other) {
        return Address.of("/incidents")
                .with("state", other)
                .with("probe", asked().map(ProbeId::slug).orElse(""))
                .text();
    }

    private Optional<ProbeId> asked() {
        return Optional.of(probe).filter(ProbeId::isValid).map(ProbeId::new);
    }

    public String getProbe() {
        return probe;
    }

    public void setProbe(String probe) {
        this.probe = probe == null ? "" : probe;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }
}
