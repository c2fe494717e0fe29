package dev.tidemark.storage.marker;

import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.PathIdentifier;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Annotations over HTTP, for users and deployment scripts. */
@ApplicationScoped
@Path("/markers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Markers", description = "Annotations: deploys, notes, browser upgrades")
public class MarkerResource {

    private final Markers markers;
    private final MarkerReader reader;
    private final ProbeCatalog catalog;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public MarkerResource() {
        this(null, null, null);
    }

    @Inject
    public MarkerResource(Markers markers, MarkerReader reader, ProbeCatalog catalog) {
        this.markers = markers;
        this.reader = reader;
        this.catalog = catalog;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Add an annotation (deploy or note) to one probe, to all probes with a tag, or to all" + " probes",
            description = "title is required; kind (deploy, note; default: deploy), at (default: now), by"
                    + " (default: the authenticated user), probe or tag, link.")
    @APIResponse(
            responseCode = "201",
            description = "Created; see the Location header",
            content = @Content(schema = @Schema(implementation = MarkerDocument.class)))
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response create(
            @RequestBody(content = @Content(schema = @Schema(implementation = MarkerDocument.class))) String json,
            @Context SecurityContext security) {
        ValidationErrors errors = new ValidationErrors();
        Optional<Marker> marker = reader.read(json == null ? "" : json, CallerName.of(security), errors);
        Marker created = marker.orElseThrow(
                () -> new ProblemException(errors.problem(LocalizedMessage.of("problem.title.invalidAnnotation"))));
        markers.add(created);
        return Response.created(URI.create("markers/" + created.id()))
                .entity(MarkerDocument.of(created))
                .build();
    }

    @GET
    @Operation(
            summary = "List annotations, newest first, filtered by probe, kind (deploy, note, browser), from"
                    + " and to, with limit and cursor")
    @Parameter(ref = "ProbeId")
    @Parameter(ref = "MarkerKind")
    @Parameter(ref = "From")
    @Parameter(ref = "To")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    public MarkerDocument.MarkerList list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        Optional<Instant> from = query.instant("from");
        Optional<Instant> to = query.instant("to");
        query.requireOrder(from, to);
        Optional<ProbeId> probe = query.read("probe", ProbeId::new);
        MarkerQuery markerQuery = new MarkerQuery(
                probe,
                probe.flatMap(catalog::find).map(one -> one.probe().tags()).orElse(List.of()),
                query.choice("kind", List.of(Marker.Kind.values()), Marker.Kind::label),
                from,
                to,
                limit,
                query.read("cursor", this::cursor));
        query.requireValid();
        List<Marker> found = markers.list(markerQuery);
        return new MarkerDocument.MarkerList(
                found.stream().map(MarkerDocument::of).toList(),
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(found.get(limit - 1).id().toString()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Get an annotation")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MarkerDocument.class)))
    @APIResponse(responseCode = "404", ref = "NotThere")
    public MarkerDocument get(@PathParam("id") String id) {
        return find(id).map(MarkerDocument::of).orElseThrow(() -> notFound(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an annotation")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", ref = "NotThere")
    public void delete(@PathParam("id") String id) {
        if (find(id).filter(marker -> markers.delete(marker.id())).isEmpty()) {
            throw notFound(id);
        }
    }

    private Optional<Marker> find(String id) {
        return PathIdentifier.read(id).flatMap(markers::find);
    }

    private UUID cursor(String text) {
        return find(text)
                .map(Marker::id)
                .orElseThrow(() -> new InvalidValueException("validation.cursor.invalid", text));
    }

    private static ProblemException notFound(String id) {
        return new ProblemException(404, LocalizedMessage.of("problem.annotation.notFound", id));
    }
}
