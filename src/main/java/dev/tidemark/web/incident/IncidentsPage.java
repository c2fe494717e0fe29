package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentQuery;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists incidents, newest first, by state, probe, tag, time and text; several can be changed at once. */
@PageRoute(value = "/incidents", view = "/incident/incidents.xhtml")
@Named
@RequestScoped
public class IncidentsPage {

    private static final int SHOWN = 100;

    private final IncidentReader incidents;
    private final ProbeCatalog catalog;
    private final Instant now;
    private IncidentListFilter filter = IncidentListFilter.NONE;
    private String behind = "";
    private List<Incident> items = List.of();
    private Optional<String> next = Optional.empty();

    @Inject
    public IncidentsPage(IncidentReader incidents, ProbeCatalog catalog, Clock clock) {
        this.incidents = incidents;
        this.catalog = catalog;
        now = clock.instant();
    }

    public void load() {
        Page<Incident> page =
                incidents.list(new IncidentQuery(filter.toFilter(catalog, now), SHOWN, PathIdentifier.read(behind)));
        items = page.items();
        next = page.next();
    }

    public List<Incident> getItems() {
        return items;
    }

    /** Whether any incident in the list can be acknowledged or resolved. */
    public boolean isAnyOpen() {
        return items.stream().anyMatch(Incident::isOpen);
    }

    /** Whether reminders and escalation of an incident are paused at the moment. */
    public boolean acknowledged(Incident incident) {
        return incident.isOpen() && incident.isAcknowledged(now);
    }

    /** From the opening of an incident to its end, or until now. */
    public String duration(Incident incident) {
        return DurationFormat.elapsed(incident.duration(now));
    }

    /** The tags of all probes. */
    public List<String> getTags() {
        return catalog.tags();
    }

    public List<String> getPeriods() {
        return IncidentListFilter.PERIODS.keySet().stream().toList();
    }

    public List<String> getStates() {
        return IncidentListFilter.STATES;
    }

    /** The name of the selected probe, or its id if it was deleted; empty for all probes. */
    public String getProbeName() {
        return filter.probeId()
                .map(id -> catalog.find(id).map(one -> one.probe().name()).orElse(id.slug()))
                .orElse("");
    }

    /** The URL of this page for a state; the other filters are kept. */
    public String addressOf(String other) {
        return filter.withState(other).address().url();
    }

    /** The URL of this page as it is. */
    public String getAddress() {
        return filter.address().with("behind", behind).url();
    }

    /** The URL of the page of older incidents; empty if there are none. */
    public String getOlder() {
        return next.map(last -> filter.address().with("behind", last).url()).orElse("");
    }

    public boolean isFiltered() {
        return !filter.equals(IncidentListFilter.NONE);
    }

    public String getBehind() {
        return behind;
    }

    /** The last incident of the previous page; ignored if it is invalid. */
    public void setBehind(String behind) {
        this.behind = PathIdentifier.read(behind).map(UUID::toString).orElse("");
    }

    public String getState() {
        return filter.state();
    }

    public void setState(String state) {
        filter = filter.withState(state);
    }

    public String getProbe() {
        return filter.probeId().map(ProbeId::slug).orElse("");
    }

    public void setProbe(String probe) {
        filter = filter.withProbe(probe);
    }

    public String getTag() {
        return filter.tag();
    }

    public void setTag(String tag) {
        filter = filter.withTag(tag);
    }

    public String getPeriod() {
        return filter.period();
    }

    public void setPeriod(String period) {
        filter = filter.withPeriod(period);
    }

    public String getText() {
        return filter.text();
    }

    public void setText(String text) {
        filter = filter.withText(text);
    }
}
