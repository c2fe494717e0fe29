package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Confirmed regressions and improvements in the HTTP API. */
@ApplicationScoped
@Path("/probes/{id}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangePointResource {
    private static final Duration DEFAULT_SPAN = Duration.ofDays(90);

    private final ChangePoints changes;
    private final Clock clock;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public ChangePointResource() {
        this(null, null);
    }

    @Inject
    public ChangePointResource(ChangePoints changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List confirmed regressions and improvements, newest first: from (default: 90 days"
                    + " ago), to (default: now), limit",
            description = "Each has the median before and after and the 95 % confidence interval of the"
                    + " difference, in the unit of the metric. toldWith is the change whose notification"
                    + " covered the same cause.")
    @Parameter(ref = "From")
    @Parameter(ref = "To")
    @Parameter(ref = "Limit")
    public Map<String, Object> list(@PathParam("id") String id, @Context UriInfo uri) {
        if (!ProbeId.isValid(id)) {
            throw new ProblemException(404, LocalizedMessage.of("problem.probe.notFound", id));
        }
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Instant to = query.instant("to").orElse(clock.instant());
        Instant from = query.instant("from").orElse(to.minus(DEFAULT_SPAN));
        query.requireOrder(Optional.of(from), Optional.of(to));
        int limit = query.limit();
        query.requireValid();
        return Map.of(
                "items",
                changes.of(new ProbeId(id), new Interval(from, to), limit).stream()
                        .map(ChangePointDocument::of)
                        .toList());
    }
}
