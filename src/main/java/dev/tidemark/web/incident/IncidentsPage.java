package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentQuery;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists incidents, newest first: of all probes or one, of all states or one. */
@PageRoute(value = "/incidents", view = "/incident/incidents.xhtml")
@Named
@RequestScoped
public class IncidentsPage {

    private static final int SHOWN = 100;

    private final IncidentReader incidents;
    private final ProbeCatalog catalog;
    private String state = "";
    private String probe = "";
    private String behind = "";
    private List<Incident> items = List.of();
    private Optional<String> next = Optional.empty();

    @Inject
    public IncidentsPage(IncidentReader incidents, ProbeCatalog catalog) {
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
        Page<Incident> page = incidents.list(new IncidentQuery(open, probeId(), SHOWN, last()));
        items = page.items();
        next = page.next();
    }

    public List<Incident> getItems() {
        return items;
    }

    /** The name of the selected probe, or its id if it was deleted; empty for all probes. */
    public String getProbeName() {
        return probeId()
                .map(id -> catalog.find(id).map(one -> one.probe().name()).orElse(id.slug()))
                .orElse("");
    }

    /** The URL of this page for a state: open, resolved, or empty for all. */
    public String addressOf(String other) {
        return address(other).url();
    }

    /** The URL of the page of older incidents; empty if there are none. */
    public String getOlder() {
        return next.map(last -> address(state).with("behind", last).url()).orElse("");
    }

    private PageLink address(String other) {
        return PageLink.of("/incidents")
                .with("state", other)
                .with("probe", probeId().map(ProbeId::slug).orElse(""));
    }

    /** The last incident of the previous page; empty if the parameter is invalid. */
    private Optional<UUID> last() {
        return PathIdentifier.read(behind);
    }

    private Optional<ProbeId> probeId() {
        return Optional.of(probe).filter(ProbeId::isValid).map(ProbeId::new);
    }

    public String getProbe() {
        return probe;
    }

    public void setProbe(String probe) {
        this.probe = probe == null ? "" : probe;
    }

    public String getBehind() {
        return behind;
    }

    public void setBehind(String behind) {
        this.behind = behind == null ? "" : behind;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }
}
