package dev.tidemark.runs;

import dev.tidemark.history.Cursor;
import dev.tidemark.history.RunHistory;
import dev.tidemark.history.RunQuery;
import dev.tidemark.history.WatchedProbe;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.platform.Csv;
import dev.tidemark.platform.QueryParameters;
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
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A probe's runs. */
@ApplicationScoped
@Path("/probes/{id}/runs")
@Tag(name = "Runs")
public class ProbeRunsResource {
    private final RunHistory history;
    private final WatchedProbe probes;

    public ProbeRunsResource() {
        this(null, null);
    }

    @Inject
    public ProbeRunsResource(RunHistory history, WatchedProbe probes) {
        this.history = history;
        this.probes = probes;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @Operation(summary = "Newest first; from, to, outcome, location, limit, cursor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunList.class)))
    public Response list(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        RunQuery query = query(probes.of(id), new QueryParameters(uri.getQueryParameters()));
        RunList runs = RunList.of(history.list(query));
        Response.ResponseBuilder response = Csv.isWanted(headers)
                ? Response.ok(runs.csv(), Csv.TYPE)
                : Response.ok(runs, MediaType.APPLICATION_JSON);
        return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static RunQuery query(ProbeId probe, QueryParameters query) {
        RunQuery asked = new RunQuery(
                probe,
                query.instant("from"),
                query.instant("to"),
                query.read("outcome", ProbeRunsResource::outcome),
                query.read("location", LocationName::new),
                query.limit(),
                query.read("cursor", text -> Cursor.parse(text).text()));
        query.refuseFaults();
        return asked;
    }

    private static OutcomeKind outcome(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(OutcomeKind.values())
                .filter(kind -> kind.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "outcome \"" + name + "\" is unknown; there are " + Arrays.toString(OutcomeKind.values())));
    }
}
