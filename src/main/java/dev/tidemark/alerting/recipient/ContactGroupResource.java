package dev.tidemark.alerting.recipient;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.Preconditions;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contact groups in the HTTP API. */
@ApplicationScoped
@Path("/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients", description = "Contact groups: who is notified, when, and how often")
public class ContactGroupResource {

    private final RecipientResolver recipients;
    private final ContactGroups groups;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public ContactGroupResource() {
        this(null, null);
    }

    @Inject
    public ContactGroupResource(RecipientResolver recipients, ContactGroups groups) {
        this.recipients = recipients;
        this.groups = groups;
    }

    @GET
    @Operation(
            summary = "List all contact groups by ID, and the unsubscribed addresses",
            description = "Webhook URLs are masked except for the host: https://hooks.example/***1f0c9a")
    public Map<String, Object> list() {
        return Map.of(
                "items",
                        recipients.all().stream()
                                .map(ContactGroupWriter::masked)
                                .toList(),
                "unsubscribed", recipients.unsubscribed());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Get a contact group")
    public Response get(@PathParam("id") String id, @Context HttpHeaders headers) {
        ContactGroup group = recipients.find(id).orElseThrow(() -> missing(id));
        return new Preconditions(headers)
                .notModified(tag(group))
                .orElseGet(() -> shown(Response.ok(), group))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create or replace a contact group, which probes refer to in notify as list:id",
            description = "members; quiet: start, length, zone, weekdays; remindEvery; escalateAfter and"
                    + " escalateTo; digest: daily or weekly, digestAt (default 08:00), digestOn (default"
                    + " monday), digestZone. The group \"operators\" is notified of monitor failures. A"
                    + " masked webhook (***) keeps its stored value.")
    @Parameter(ref = "IfMatch")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "412", ref = "Changed")
    public Response put(
            @PathParam("id") String id, String json, @Context SecurityContext caller, @Context HttpHeaders headers) {
        ValidationErrors errors = new ValidationErrors();
        Preconditions conditions = new Preconditions(headers);
        ContactGroups.Saved saved = groups.put(
                        id,
                        json,
                        CallerName.of(caller),
                        errors,
                        stored -> conditions.requireForChange(stored.map(ContactGroupResource::tag)))
                .orElseThrow(() ->
                        new ProblemException(errors.problem(LocalizedMessage.of("problem.title.invalidContactGroup"))));
        return shown(Response.status(saved.created() ? Response.Status.CREATED : Response.Status.OK), saved.group())
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete a contact group",
            description =
                    "Status 409 when a probe or another contact group refers to it; the response names" + " them.")
    @Parameter(ref = "IfMatch")
    @APIResponse(responseCode = "412", ref = "Changed")
    public void delete(@PathParam("id") String id, @Context HttpHeaders headers) {
        Preconditions conditions = new Preconditions(headers);
        try {
            if (!groups.remove(id, stored -> conditions.requireForChange(tag(stored)))) {
                throw missing(id);
            }
        } catch (ContactGroupInUseException inUse) {
            throw new ProblemException(409, inUse.localizedMessage());
        }
    }

    @DELETE
    @Path("/unsubscribed/{address}")
    @Operation(summary = "Subscribe an unsubscribed address again")
    public void subscribe(@PathParam("address") String address) {
        recipients.subscribe(address);
    }

    private static Response.ResponseBuilder shown(Response.ResponseBuilder response, ContactGroup group) {
        return response.tag(tag(group)).entity(ContactGroupWriter.masked(group));
    }

    private static EntityTag tag(ContactGroup group) {
        return Preconditions.tagOf(ContactGroupWriter.masked(group));
    }

    private static ProblemException missing(String id) {
        return new ProblemException(404, LocalizedMessage.of("problem.contactGroup.notFound", id));
    }
}
