package dev.tidemark.web.api;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.CsvResponse;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.storage.run.ProbeWithHistory;
import dev.tidemark.storage.run.RunCursor;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Lists the runs of a probe. */
@ApplicationScoped
@Path("/probes/{id}/runs")
@Tag(name = "Runs")
public class ProbeRunsResource {
    private final RunHistory history;
    private final ProbeWithHistory probes;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public ProbeRunsResource() {
        this(null, null);
    }

    @Inject
    public ProbeRunsResource(RunHistory history, ProbeWithHistory probes) {
        this.history = history;
        this.probes = probes;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvResponse.TYPE})
    @Operation(
            summary = "List the runs of a probe, newest first, filtered by from, to, outcome and location,"
                    + " with limit and cursor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunList.class)))
    @Parameter(ref = "From")
    @Parameter(ref = "To")
    @Parameter(ref = "Outcome")
    @Parameter(ref = "Location")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    public Response list(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        RunQuery query = query(probes.of(id), new QueryParameters(uri.getQueryParameters()));
        RunList runs = RunList.of(history.list(query));
        Response.ResponseBuilder response = CsvResponse.isWanted(headers)
                ? Response.ok(runs.csv(), CsvResponse.TYPE)
                : Response.ok(runs, MediaType.APPLICATION_JSON);
        return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static RunQuery query(ProbeId probe, QueryParameters query) {
        Optional<Instant> from = query.instant("from");
        Optional<Instant> to = query.instant("to");
        query.requireOrder(from, to);
        RunQuery runQuery = new RunQuery(
                probe,
                from,
                to,
                query.choice("outcome", List.of(OutcomeType.values()), OutcomeType::name),
                query.read("location", LocationName::new),
                query.limit(),
                query.read("cursor", text -> RunCursor.parse(text).text()));
        query.requireValid();
        return runQuery;
    }
}
