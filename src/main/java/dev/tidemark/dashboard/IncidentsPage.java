package dev.tidemark.dashboard;

import dev.tidemark.alert.Incident;
import dev.tidemark.alert.IncidentQuery;
import dev.tidemark.alert.Incidents;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Incidents, open ones first by choice. */
@Named
@RequestScoped
public class IncidentsPage {

    private static final int SHOWN = 100;

    private final Incidents incidents;
    private String state = "";
    private List<Incident> items = List.of();

    protected IncidentsPage() {
        this(null);
    }

    @Inject
    public IncidentsPage(Incidents incidents) {
        this.incidents = incidents;
    }

    public void load() {
        Optional<Boolean> open =
                switch (state) {
                    case "open" -> Optional.of(true);
                    case "resolved" -> Optional.of(false);
                    default -> Optional.empty();
                };
        items = incidents
                .list(new IncidentQuery(open, Optional.empty(), SHOWN, Optional.empty()))
                .items();
    }

    public List<Incident> getItems() {
        return items;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state == null ? "" : state;
    }
}
