package dev.tidemark.config.catalog;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.Preconditions;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CRUD operations on probes over HTTP. */
@Path("/probes")
@Tag(name = "Probes", description = "Probe definitions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProbeResource {

    private final ProbeCatalog catalog;
    private final SecretStore secrets;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public ProbeResource() {
        this(null, null);
    }

    @Inject
    public ProbeResource(ProbeCatalog catalog, SecretStore secrets) {
        this.catalog = catalog;
        this.secrets = secrets;
    }

    @GET
    @Operation(
            summary = "List all probes by ID, or those with a tag",
            description = "The cursor is the ID after which the page starts.")
    @Parameter(ref = "Tag")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "ProbeList")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Map<String, Object> list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        List<String> tags = query.all("tag", text -> text);
        int limit = query.limit();
        String cursor = query.read("cursor", ProbeResource::cursor).orElse("");
        query.requireValid();
        List<CatalogEntry> rest = catalog.withTags(tags).stream()
                .filter(entry -> entry.probe().id().slug().compareTo(cursor) > 0)
                .limit(limit + 1L)
                .toList();
        boolean more = rest.size() > limit;
        List<CatalogEntry> page = more ? rest.subList(0, limit) : rest;
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("items", page.stream().map(ProbeResource::document).toList());
        list.put("next", more ? page.get(limit - 1).probe().id().slug() : null);
        return list;
    }

    private static String cursor(String text) {
        if (!ProbeId.isValid(text)) {
            throw new InvalidValueException("validation.cursor.invalid", text);
        }
        return text;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get a probe; send its ETag as If-Match when you change it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    @APIResponse(responseCode = "404", ref = "NotThere")
    public Response get(@PathParam("id") String slug, @Context HttpHeaders headers) {
        CatalogEntry entry = existing(ProbeInput.id(slug));
        return new Preconditions(headers)
                .notModified(entry.tag())
                .map(Response.ResponseBuilder::build)
                .orElseGet(() -> response(Response.ok(), entry));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create a probe")
    @APIResponse(
            responseCode = "201",
            description = "Created; see the Location header",
            content = @Content(schema = @Schema(ref = "Probe")))
    @APIResponse(
            responseCode = "409",
            description = "The ID is in use",
            content = @Content(schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response create(@RequestBody(content = @Content(schema = @Schema(ref = "Probe"))) String json) {
        Probe probe = ProbeInput.requireUnmasked(ProbeInput.probe(DefinitionReader.probe(json)));
        CatalogEntry entry = catalog.create(ProbeInput.requireSecrets(probe, secrets));
        URI location = URI.create("probes/" + entry.probe().id());
        return response(Response.created(location), entry);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a probe", description = "Masked values (***) keep their stored values.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    @APIResponse(responseCode = "409", ref = "DefinedByFile")
    @APIResponse(responseCode = "412", ref = "Changed")
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(
            responseCode = "428",
            description = "The header If-Match is missing",
            content = @Content(schema = @Schema(ref = "Problem")))
    @Parameter(ref = "IfMatchRequired")
    public Response replace(
            @PathParam("id") String slug,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(ref = "Probe"))) String json) {
        Preconditions conditions = new Preconditions(headers);
        CatalogEntry before = existing(ProbeInput.id(slug));
        conditions.requireIfMatch();
        conditions.requireForChange(before.tag());
        Probe edited = ProbeInput.probe(DefinitionReader.json(before.probe().id(), json));
        Probe unmasked = ProbeInput.requireUnmasked(SecretRestorer.restore(edited, before.probe()));
        return response(Response.ok(), catalog.update(ProbeInput.requireSecrets(unmasked, secrets), before.version()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a probe; its results are retained")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", ref = "DefinedByFile")
    @Parameter(ref = "IfMatch")
    @APIResponse(responseCode = "412", ref = "Changed")
    public void delete(@PathParam("id") String slug, @Context HttpHeaders headers) {
        catalog.delete(ProbeInput.id(slug), check(headers));
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Pause a probe")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    @Parameter(ref = "IfMatch")
    @APIResponse(responseCode = "412", ref = "Changed")
    public Response pause(@PathParam("id") String slug, @Context HttpHeaders headers) {
        return response(Response.ok(), catalog.pause(ProbeInput.id(slug), check(headers)));
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Resume a paused probe")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    @Parameter(ref = "IfMatch")
    @APIResponse(responseCode = "412", ref = "Changed")
    public Response resume(@PathParam("id") String slug, @Context HttpHeaders headers) {
        return response(Response.ok(), catalog.resume(ProbeInput.id(slug), check(headers)));
    }

    private CatalogEntry existing(ProbeId id) {
        return catalog.find(id)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.probe.notFound", id)));
    }

    /** Requires that the conditions of the request hold for the stored probe. */
    private static Consumer<CatalogEntry> check(HttpHeaders headers) {
        Preconditions conditions = new Preconditions(headers);
        return entry -> conditions.requireForChange(entry.tag());
    }

    private static Response response(Response.ResponseBuilder response, CatalogEntry entry) {
        return response.tag(entry.tag()).entity(document(entry)).build();
    }

    private static Map<String, Object> document(CatalogEntry entry) {
        Map<String, Object> json = ProbeWriter.masked(entry.probe());
        json.put("version", entry.version());
        json.put("file", entry.file().orElse(null));
        json.put("changedAt", entry.changedAt().toString());
        return json;
    }
}
