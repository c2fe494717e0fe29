package dev.tidemark.dashboard;

import dev.tidemark.alert.Evaluation;
import dev.tidemark.alert.Incident;
import dev.tidemark.alert.Incidents;
import dev.tidemark.alert.Remark;
import dev.tidemark.platform.Identifier;
import dev.tidemark.web.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One incident with everything that was decided while it was open. */
@Named
@RequestScoped
public class IncidentPage {

    private static final int SHOWN = 200;

    private final Incidents incidents;
    private String id = "";
    private Incident incident;
    private List<Evaluation> log = List.of();
    private List<Remark> remarks = List.of();

    protected IncidentPage() {
        this(null);
    }

    @Inject
    public IncidentPage(Incidents incidents) {
        this.incidents = incidents;
    }

    public void load() {
        Optional<Incident> found = Identifier.read(id).flatMap(incidents::find);
        if (found.isEmpty()) {
            NotFound.end();
            return;
        }
        incident = found.get();
        log = incidents.evaluations(incident, SHOWN);
        remarks = incidents.remarks(incident.id(), SHOWN);
    }

    public Incident getIncident() {
        return incident;
    }

    public List<Evaluation> getLog() {
        return log;
    }

    public List<Remark> getRemarks() {
        return remarks;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}
