package dev.tidemark.platform.audit;

import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log over HTTP, for admins. */
@ApplicationScoped
@Path("/audit")
@Tag(name = "Audit", description = "The audit log; requires the role operator")
public class AuditResource {

    private final AuditReader reader;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public AuditResource() {
        this(null);
    }

    @Inject
    public AuditResource(AuditReader reader) {
        this.reader = reader;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/jsonl"})
    @Operation(
            summary = "List changes and refused attempts, newest first",
            description = "The cursor is the ID after which the page starts. With format or Accept as CSV or JSON"
                    + " lines, the response has all matching entries, without limit.")
    @Parameter(ref = "From")
    @Parameter(ref = "To")
    @Parameter(ref = "AuditActor")
    @Parameter(ref = "AuditObject")
    @Parameter(ref = "AuditAction")
    @Parameter(ref = "AuditResult")
    @Parameter(ref = "AuditFormat")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AuditList")))
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<Instant> from = query.instant("from");
        Optional<Instant> to = query.instant("to");
        query.requireOrder(from, to);
        AuditQuery wanted = new AuditQuery(
                from,
                to,
                query.read("actor", text -> text),
                query.read("object", text -> text),
                query.read("action", text -> text),
                query.choice("result", List.of(AuditResult.values()), AuditResult::label));
        AuditFormat format = query.choice("format", List.of(AuditFormat.values()), AuditFormat::label)
                .orElseGet(() -> AuditFormat.accepted(headers));
        int limit = query.limit();
        Optional<Long> cursor = query.read("cursor", AuditResource::cursor);
        query.requireValid();
        return response(wanted, cursor, limit, format);
    }

    private Response response(AuditQuery query, Optional<Long> cursor, int limit, AuditFormat format) {
        Object entity =
                switch (format) {
                    case JSON -> page(reader.pageAfter(query, cursor, limit));
                    case CSV ->
                        lines(new AuditExport(reader, query, cursor, AuditDocument.CSV_HEADER, AuditDocument::csv));
                    case JSONL ->
                        lines(new AuditExport(reader, query, cursor, "", entry -> AuditDocument.of(entry) + "\n"));
                };
        return Response.ok(entity, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static StreamingOutput lines(AuditExport export) {
        return export::write;
    }

    private static JsonObject page(Page<AuditEntry> page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(entry -> items.add(AuditDocument.of(entry)));
        JsonObjectBuilder list = Json.createObjectBuilder().add("items", items);
        return page.next()
                .map(next -> list.add("next", next))
                .orElseGet(() -> list.addNull("next"))
                .build();
    }

    private static Long cursor(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidValueException("validation.cursor.invalid", text);
        }
        return Long.valueOf(text);
    }
}
