package dev.tidemark.config.catalog;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** CRUD operations on probes over HTTP. */
@Path("/probes")
@Tag(name = "Probes", description = "Probe definitions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProbeResource {

    private static final int MAX_PAGE_SIZE = 500;

    private final ProbeCatalog catalog;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public ProbeResource() {
        this(null);
    }

    @Inject
    public ProbeResource(ProbeCatalog catalog) {
        this.catalog = catalog;
    }

    @GET
    @Operation(summary = "List all probes by ID", description = "The cursor is the ID after which the page starts.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "ProbeList")))
    public Map<String, Object> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @DefaultValue("") String cursor) {
        if (limit < 1 || limit > MAX_PAGE_SIZE) {
            throw new ProblemException(422, LocalizedMessage.of("validation.limit.pageSize", limit, MAX_PAGE_SIZE));
        }
        List<CatalogEntry> rest = catalog.all().stream()
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

    @GET
    @Path("{id}")
    @Operation(summary = "Get a probe; send its ETag as If-Match when you change it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    @APIResponse(responseCode = "404", ref = "NotThere")
    public Response get(@PathParam("id") String slug, @Context Request request) {
        CatalogEntry entry = existing(ProbeInput.id(slug));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(entry));
        return unchanged != null ? unchanged.build() : response(Response.ok(), entry);
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
        CatalogEntry entry = catalog.create(ProbeInput.requireUnmasked(ProbeInput.probe(DefinitionReader.json(json))));
        URI location = URI.create("probes/" + entry.probe().id());
        return response(Response.created(location), entry);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a probe", description = "Masked values (***) keep their stored values.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    @APIResponse(responseCode = "409", ref = "DefinedByFile")
    @APIResponse(
            responseCode = "412",
            description = "The probe was changed in the meantime",
            content = @Content(schema = @Schema(ref = "Problem")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    @APIResponse(
            responseCode = "428",
            description = "The header If-Match is missing",
            content = @Content(schema = @Schema(ref = "Problem")))
    public Response replace(
            @PathParam("id") String slug,
            @HeaderParam("If-Match") String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(ref = "Probe"))) String json) {
        CatalogEntry before = existing(ProbeInput.id(slug));
        Probe edited = ProbeInput.probe(DefinitionReader.json(before.probe().id(), json));
        Probe unmasked = ProbeInput.requireUnmasked(SecretRestorer.restore(edited, before.probe()));
        return response(Response.ok(), catalog.update(unmasked, expected(ifMatch, before)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a probe; its results are retained")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", ref = "DefinedByFile")
    public void delete(@PathParam("id") String slug) {
        catalog.delete(ProbeInput.id(slug));
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Pause a probe")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    public Response pause(@PathParam("id") String slug) {
        return response(Response.ok(), catalog.pause(ProbeInput.id(slug)));
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Resume a paused probe")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Probe")))
    public Response resume(@PathParam("id") String slug) {
        return response(Response.ok(), catalog.resume(ProbeInput.id(slug)));
    }

    private CatalogEntry existing(ProbeId id) {
        return catalog.find(id)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.probe.notFound", id)));
    }

    private static long expected(String ifMatch, CatalogEntry before) {
        if (ifMatch == null) {
            throw new ProblemException(428, LocalizedMessage.of("problem.ifMatch.missing"));
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        return tag.equals("*") ? before.version() : tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1;
    }

    private static Response response(Response.ResponseBuilder response, CatalogEntry entry) {
        return response.tag(tag(entry)).entity(document(entry)).build();
    }

    private static EntityTag tag(CatalogEntry entry) {
        return new EntityTag(String.valueOf(entry.version()));
    }

    private static Map<String, Object> document(CatalogEntry entry) {
        Map<String, Object> json = ProbeWriter.masked(entry.probe());
        json.put("version", entry.version());
        json.put("file", entry.file().orElse(null));
        json.put("changedAt", entry.changedAt().toString());
        return json;
    }
}
