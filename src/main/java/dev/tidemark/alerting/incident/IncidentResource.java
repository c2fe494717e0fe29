package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.incident.IncidentDocument.EvaluationDocument;
import dev.tidemark.alerting.incident.IncidentDocument.RemarkDocument;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Incidents, and the log of why somebody was notified or not. */
@ApplicationScoped
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class IncidentResource {

    private static final int MAX_ENTRIES = 200;

    private final IncidentReader incidents;
    private final ProbeCatalog catalog;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public IncidentResource() {
        this(null, null);
    }

    @Inject
    public IncidentResource(IncidentReader incidents, ProbeCatalog catalog) {
        this.incidents = incidents;
        this.catalog = catalog;
    }

    @GET
    @Operation(
            summary = "List incidents, newest first, filtered by state (open, resolved), acknowledged, probe, tag,"
                    + " from, to and text, with limit and cursor",
            description = "from and to select incidents that were open at some time in between.")
    @Parameter(ref = "IncidentState")
    @Parameter(ref = "Acknowledged")
    @Parameter(ref = "ProbeId")
    @Parameter(ref = "Tag")
    @Parameter(ref = "From")
    @Parameter(ref = "To")
    @Parameter(ref = "IncidentText")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    public IncidentDocument.IncidentList list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        IncidentQuery incidentQuery =
                new IncidentQuery(filter(query), query.limit(), query.read("cursor", this::cursor));
        query.requireValid();
        Page<Incident> page = incidents.list(incidentQuery);
        return new IncidentDocument.IncidentList(
                page.items().stream().map(IncidentDocument::of).toList(), page.next());
    }

    private IncidentFilter filter(QueryParameters query) {
        Optional<Instant> from = query.instant("from");
        Optional<Instant> to = query.instant("to");
        query.requireOrder(from, to);
        Optional<ProbeId> probe = query.read("probe", ProbeId::new);
        List<String> tags = query.all("tag", tag -> tag);
        return new IncidentFilter(
                query.choice("state", List.of(true, false), open -> open ? "open" : "resolved"),
                query.choice("acknowledged", List.of(true, false), String::valueOf),
                catalog.selection(probe, tags),
                from,
                to,
                query.read("text", text -> text));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Get an incident with its latest 200 evaluations and notes",
            description =
                    "Evaluations (per run) and notes (between runs) list who was notified, who was not, and" + " why")
    public IncidentDocument incident(@PathParam("id") String id) {
        Incident incident = find(id).orElseThrow(() -> missing(id));
        return IncidentDocument.of(incident, log(incident), notes(incident));
    }

    @GET
    @Path("/{id}/evaluations")
    @Operation(
            summary =
                    "List the evaluations of an incident, newest first: per run, who was notified or not," + " and why")
    public List<EvaluationDocument> evaluations(@PathParam("id") String id) {
        return log(find(id).orElseThrow(() -> missing(id)));
    }

    private List<EvaluationDocument> log(Incident incident) {
        return incidents.evaluations(incident, MAX_ENTRIES).stream()
                .map(EvaluationDocument::of)
                .toList();
    }

    private List<RemarkDocument> notes(Incident incident) {
        return incidents.notes(incident.id(), MAX_ENTRIES).stream()
                .map(RemarkDocument::of)
                .toList();
    }

    private Optional<Incident> find(String id) {
        return PathIdentifier.read(id).flatMap(incidents::find);
    }

    private UUID cursor(String text) {
        return find(text)
                .map(Incident::id)
                .orElseThrow(() -> new InvalidValueException("validation.cursor.invalid", text));
    }

    static ProblemException missing(String id) {
        return new ProblemException(404, LocalizedMessage.of("problem.incident.notFound", id));
    }
}
