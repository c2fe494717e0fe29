package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.CsvResponse;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.storage.run.ProbeWithHistory;
import dev.tidemark.storage.timeseries.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trend of a probe, as JSON or CSV. */
@ApplicationScoped
@Path("/probes/{id}/trend")
@Tag(name = "Trend")
public class TrendResource {
    private final Trends trends;
    private final ProbeWithHistory probes;
    private final Clock clock;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public TrendResource() {
        this(null, null, null);
    }

    @Inject
    public TrendResource(Trends trends, ProbeWithHistory probes, Clock clock) {
        this.trends = trends;
        this.probes = probes;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvResponse.TYPE})
    @Operation(summary = "Get a statistic of a metric over time: metric, statistic, from, to, step, location")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrendDocument.class)))
    public Response get(
            @PathParam("id") String id, @Context UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        TrendDocument trend = TrendDocument.of(series(id, uri));
        return CsvResponse.isWanted(headers)
                ? answer(request, trend.csv(), CsvResponse.TYPE)
                : answer(request, trend, MediaType.APPLICATION_JSON);
    }

    private StatisticSeries series(String id, UriInfo uri) {
        ProbeId probe = probes.of(id);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Metric metric =
                query.read("metric", code -> Metric.of(asCatalogued(code))).orElse(Metric.LCP);
        Statistic statistic = query.read("statistic", text -> Statistic.parse(text.toLowerCase(Locale.ROOT)))
                .orElse(Statistic.MEDIAN);
        Optional<LocationName> location = query.read("location", LocationName::new);
        StepRange range = StepRange.read(query, clock.instant());
        return trends.series(new SeriesKey(probe, location, metric), statistic, range.interval(), range.step());
    }

    /** Codes are upper case, except names of user timings, which are case-sensitive. */
    private static String asCatalogued(String code) {
        return code.contains(":") ? code : code.toUpperCase(Locale.ROOT);
    }

    /** The entity tag depends on the content only. */
    private static Response answer(Request request, Object entity, String type) {
        EntityTag tag = new EntityTag(Integer.toHexString(entity.hashCode()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(entity, type))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
