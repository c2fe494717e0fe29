package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.incident.IncidentDocument.EvaluationDocument;
import dev.tidemark.alerting.incident.IncidentDocument.RemarkDocument;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Incidents, and the log of why somebody was notified or not. */
@ApplicationScoped
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class IncidentResource {

    private static final int MAX_ENTRIES = 200;

    private final IncidentReader incidents;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public IncidentResource() {
        this(null);
    }

    @Inject
    public IncidentResource(IncidentReader incidents) {
        this.incidents = incidents;
    }

    @GET
    @Operation(
            summary = "List incidents, newest first, filtered by state (open, resolved) and probe, with limit"
                    + " and cursor")
    @Parameter(ref = "IncidentState")
    @Parameter(ref = "ProbeId")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    public IncidentDocument.IncidentList list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        IncidentQuery incidentQuery = new IncidentQuery(
                query.choice("state", List.of(true, false), open -> open ? "open" : "resolved"),
                query.read("probe", ProbeId::new),
                query.limit(),
                query.read("cursor", this::cursor));
        query.requireValid();
        Page<Incident> page = incidents.list(incidentQuery);
        return new IncidentDocument.IncidentList(
                page.items().stream().map(IncidentDocument::of).toList(), page.next());
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

    @POST
    @Path("/{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Acknowledge an incident: by (default: the authenticated user), until (an optional" + " timestamp)")
    @RequestBody(content = @Content(schema = @Schema(implementation = AcknowledgeRequest.class)))
    public IncidentDocument acknowledge(@PathParam("id") String id, String json, @Context SecurityContext security) {
        Incident incident = find(id).orElseThrow(() -> missing(id));
        ValidationErrors errors = new ValidationErrors();
        AcknowledgeRequest body = AcknowledgeRequest.read(json, errors)
                .orElseThrow(() -> new ProblemException(AcknowledgeRequest.problem(errors)));
        return incidents
                .acknowledge(incident.id(), body.by().orElseGet(() -> CallerName.of(security)), body.until())
                .map(IncidentDocument::of)
                .orElseThrow(() -> new ProblemException(409, LocalizedMessage.of("problem.incident.resolved", id)));
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

    private static ProblemException missing(String id) {
        return new ProblemException(404, LocalizedMessage.of("problem.incident.notFound", id));
    }
}
