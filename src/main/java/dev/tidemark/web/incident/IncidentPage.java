package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentNote;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.incident.RunEvaluation;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** An incident with its evaluations and notes. */
@PageRoute(value = "/incidents/{id}", view = "/incident/incident.xhtml")
@Named
@RequestScoped
public class IncidentPage {

    private static final int SHOWN = 200;

    private final IncidentReader incidents;
    private String id = "";
    private Incident incident;
    private List<RunEvaluation> evaluations = List.of();
    private List<IncidentNote> notes = List.of();

    @Inject
    public IncidentPage(IncidentReader incidents) {
        this.incidents = incidents;
    }

    public void load() {
        Optional<Incident> found = PathIdentifier.read(id).flatMap(incidents::find);
        if (found.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        incident = found.get();
        evaluations = incidents.evaluations(incident, SHOWN);
        notes = incidents.notes(incident.id(), SHOWN);
    }

    public Incident getIncident() {
        return incident;
    }

    public List<RunEvaluation> getEvaluations() {
        return evaluations;
    }

    public List<IncidentNote> getNotes() {
        return notes;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}
