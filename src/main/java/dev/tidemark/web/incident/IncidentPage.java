package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentActions;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.incident.RunEvaluation;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An incident with its activity and evaluations. */
@PageRoute(value = "/incidents/{id}", view = "/incident/incident.xhtml")
@Named
@RequestScoped
public class IncidentPage {

    private static final int SHOWN = 200;

    private final IncidentReader incidents;
    private final Clock clock;
    private String id = "";
    private Incident incident;
    private List<RunEvaluation> evaluations = List.of();
    private List<ActivityEntry> activity = List.of();

    @Inject
    public IncidentPage(IncidentReader incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    public void load() {
        Optional<Incident> found = PathIdentifier.read(id).flatMap(incidents::find);
        if (found.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        incident = found.get();
        evaluations = incidents.evaluations(incident, SHOWN);
        activity = ActivityEntry.of(incident, incidents.notes(incident.id(), SHOWN));
    }

    public Incident getIncident() {
        return incident;
    }

    /** From its opening to its end, or until now. */
    public String getDuration() {
        return DurationFormat.elapsed(incident.duration(clock.instant()));
    }

    /** Whether reminders and escalation are paused at the moment. */
    public boolean isAcknowledged() {
        return incident.isAcknowledged(clock.instant());
    }

    public List<RunEvaluation> getEvaluations() {
        return evaluations;
    }

    public List<ActivityEntry> getActivity() {
        return activity;
    }

    /** The longest text that can be entered. */
    public int getMaxLength() {
        return IncidentActions.MAX_TEXT_LENGTH;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}
