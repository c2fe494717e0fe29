package dev.tidemark.alerting.recipient;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.http.ProblemException;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of recipients over HTTP. */
@ApplicationScoped
@Path("/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients", description = "Who is told, when, and how often")
public class ContactGroupResource {

    private final RecipientResolver audience;
    private final ContactGroups lists;

    /** RESTEasy looks for it (RESTEASY003190); CDI makes the resource with the other one. */
    public ContactGroupResource() {
        this(null, null);
    }

    @Inject
    public ContactGroupResource(RecipientResolver audience, ContactGroups lists) {
        this.audience = audience;
        this.lists = lists;
    }

    @GET
    @Operation(
            summary = "All lists by id, and the addresses that have unsubscribed",
            description = "Of a webhook only the host is shown: https://hooks.example/***1f0c9a")
    public Map<String, Object> list() {
        return Map.of(
                "items", audience.all().stream().map(ContactGroupWriter::masked).toList(),
                "unsubscribed", audience.unsubscribed());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One list")
    public Map<String, Object> get(@PathParam("id") String id) {
        return ContactGroupWriter.masked(audience.find(id).orElseThrow(() -> missing(id)));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes or replaces a list; a probe names it under notify as list:id",
            description = "members; quiet: start, length, zone, weekdays; remindEvery; escalateAfter and escalateTo;"
                    + " digest: daily or weekly, digestAt (08:00), digestOn (monday), digestZone."
                    + " The list \"operators\" hears of our own faults."
                    + " A webhook that is written back as it is shown (***) stays as it is stored.")
    public Response put(@PathParam("id") String id, String json, @Context SecurityContext caller) {
        ValidationErrors faults = new ValidationErrors();
        ContactGroups.Saved saved = lists.put(id, json, caller(caller), faults)
                .orElseThrow(() -> new ProblemException(new Problem(
                        422, "Invalid list", "Each error names its place; nothing was saved", errors(faults))));
        return Response.status(saved.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ContactGroupWriter.masked(saved.list()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Removes a list",
            description =
                    "409 when a probe names it under notify, or another list escalates to it; the answer says which.")
    public void delete(@PathParam("id") String id) {
        try {
            if (!lists.remove(id)) {
                throw missing(id);
            }
        } catch (ContactGroupInUseException used) {
            throw new ProblemException(409, used.getMessage());
        }
    }

    @DELETE
    @Path("/unsubscribed/{address}")
    @Operation(summary = "Lets an address that has unsubscribed have letters again")
    public void subscribe(@PathParam("address") String address) {
        audience.subscribe(address);
    }

    private static String caller(SecurityContext security) {
        return security.getUserPrincipal() == null
                ? "somebody"
                : security.getUserPrincipal().getName();
    }

    private static List<Problem.Error> errors(ValidationErrors faults) {
        return faults.all().stream()
                .map(fault -> new Problem.Error(fault.place().pointer(), fault.detail()))
                .toList();
    }

    private static ProblemException missing(String id) {
        return new ProblemException(404, "There is no list \"" + id + "\"");
    }
}
