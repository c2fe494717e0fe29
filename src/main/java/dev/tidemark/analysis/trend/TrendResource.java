package dev.tidemark.analysis.trend;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.CsvResponse;
import dev.tidemark.platform.http.Preconditions;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    @Parameter(ref = "Metric")
    @Parameter(ref = "Statistic")
    @Parameter(ref = "From")
    @Parameter(ref = "To")
    @Parameter(ref = "StepSize")
    @Parameter(ref = "Location")
    public Response get(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        TrendDocument trend = TrendDocument.of(series(id, uri));
        return CsvResponse.isWanted(headers)
                ? answer(headers, trend.csv(), CsvResponse.TYPE)
                : answer(headers, trend, MediaType.APPLICATION_JSON);
    }

    private StatisticSeries series(String id, UriInfo uri) {
        ProbeId probe = probes.of(id);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Metric metric = query.read("metric", TrendResource::metric).orElse(Metric.LCP);
        Statistic statistic = statistic(query, metric);
        Optional<LocationName> location = query.read("location", LocationName::new);
        StepRange range = StepRange.read(query, clock.instant());
        return trends.series(new SeriesKey(probe, location, metric), statistic, range.interval(), range.step());
    }

    private static Metric metric(String text) {
        Metric metric = Metric.parse(text);
        if (metric.equals(Metric.SILENCE)) {
            throw new InvalidValueException("validation.metric.noSeries", metric);
        }
        return metric;
    }

    /** A share of runs has one value per step. */
    private static Statistic statistic(QueryParameters query, Metric metric) {
        Optional<Statistic> requested = query.choice("statistic", List.of(Statistic.values()), Statistic::label);
        if (!metric.isShareOfRuns()) {
            return requested.orElse(Statistic.MEDIAN);
        }
        requested
                .filter(statistic -> statistic != Statistic.MEAN)
                .ifPresent(statistic -> query.addError(
                        "statistic",
                        LocalizedMessage.of("validation.statistic.notOfShare", metric, statistic.label())));
        return Statistic.MEAN;
    }

    /** The entity tag depends on the content only. */
    private static Response answer(HttpHeaders headers, Object entity, String type) {
        EntityTag tag = Preconditions.tagOf(entity);
        return new Preconditions(headers)
                .notModified(tag)
                .orElseGet(() -> Response.ok(entity, type).tag(tag))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
