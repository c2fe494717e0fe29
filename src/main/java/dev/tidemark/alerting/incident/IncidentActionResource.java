package dev.tidemark.alerting.incident;

import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Acknowledges, resolves and comments incidents. */
@ApplicationScoped
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class IncidentActionResource {

    private static final int CREATED = 201;

    private final IncidentReader incidents;
    private final IncidentActions actions;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public IncidentActionResource() {
        this(null, null);
    }

    @Inject
    public IncidentActionResource(IncidentReader incidents, IncidentActions actions) {
        this.incidents = incidents;
        this.actions = actions;
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Acknowledge an incident: by (default: the authenticated user), until (an optional timestamp),"
                    + " note (optional)",
            description = "Pauses reminders and escalation until the timestamp, or until the incident is resolved.")
    @RequestBody(content = @Content(schema = @Schema(implementation = IncidentActionRequest.Acknowledgement.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentDocument.class)))
    @APIResponse(responseCode = "409", ref = "Problem")
    public IncidentDocument acknowledge(@PathParam("id") String id, String json, @Context SecurityContext security) {
        UUID incident = existing(id);
        IncidentActionRequest.Acknowledgement body = IncidentActionRequest.Acknowledgement.read(json);
        return changed(id, actions.acknowledge(incident, by(body.by(), security), body.until(), body.note()));
    }

    @DELETE
    @Path("/{id}/acknowledgement")
    @Operation(
            summary = "Withdraw the acknowledgement of an incident",
            description = "Reminders and escalation continue.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentDocument.class)))
    @APIResponse(responseCode = "409", ref = "Problem")
    public IncidentDocument unacknowledge(@PathParam("id") String id, @Context SecurityContext security) {
        return changed(id, actions.unacknowledge(existing(id), CallerName.of(security)));
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Resolve an incident without waiting for good runs: by (default: the authenticated user), note"
                    + " (optional)",
            description =
                    "Notifies those who were notified of the incident. If the next runs are bad, a new one opens.")
    @RequestBody(content = @Content(schema = @Schema(implementation = IncidentActionRequest.Resolution.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IncidentDocument.class)))
    @APIResponse(responseCode = "409", ref = "Problem")
    public IncidentDocument resolve(@PathParam("id") String id, String json, @Context SecurityContext security) {
        UUID incident = existing(id);
        IncidentActionRequest.Resolution body = IncidentActionRequest.Resolution.read(json);
        return changed(id, actions.resolve(incident, by(body.by(), security), body.note()));
    }

    @POST
    @Path("/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Comment on an incident, open or resolved: text, by (default: the authenticated user)")
    @RequestBody(content = @Content(schema = @Schema(implementation = IncidentActionRequest.Comment.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = IncidentDocument.RemarkDocument.class)))
    public Response comment(@PathParam("id") String id, String json, @Context SecurityContext security) {
        UUID incident = existing(id);
        IncidentActionRequest.Comment body = IncidentActionRequest.Comment.read(json);
        IncidentNote comment = actions.comment(
                        incident, by(body.by(), security), body.text().orElse(""))
                .orElseThrow(() -> IncidentResource.missing(id));
        return Response.status(CREATED)
                .entity(IncidentDocument.RemarkDocument.of(comment))
                .build();
    }

    private static String by(Optional<String> given, SecurityContext security) {
        return given.orElseGet(() -> CallerName.of(security));
    }

    private UUID existing(String id) {
        return PathIdentifier.read(id)
                .flatMap(incidents::find)
                .map(Incident::id)
                .orElseThrow(() -> IncidentResource.missing(id));
    }

    private static IncidentDocument changed(String id, Optional<Incident> incident) {
        return incident.map(IncidentDocument::of)
                .orElseThrow(() -> new ProblemException(409, LocalizedMessage.of("problem.incident.resolved", id)));
    }
}
