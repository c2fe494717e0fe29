package dev.tidemark.web.api;

import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.Preconditions;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunState;
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
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A single run, finished or not. */
@ApplicationScoped
@Path("/runs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs")
public class RunResource {
    private final RunHistory history;
    private final RunWaiter waiter;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public RunResource() {
        this(null, null);
    }

    @Inject
    public RunResource(RunHistory history, RunWaiter waiter) {
        this.history = history;
        this.waiter = waiter;
    }

    /** Returns the run; with {@code wait}, without blocking a thread, connection or transaction. */
    @GET
    @Operation(summary = "Get a run; ?wait=PT60S delays the response until the run has ended or the time is over")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunDocument.class)))
    @Parameter(ref = "Wait")
    public CompletionStage<Response> get(
            @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        RunId run = RunPath.parse(id);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Duration timeout = query.duration("wait").orElse(Duration.ZERO);
        query.requireValid();
        Run now = history.find(run).orElseThrow(() -> RunPath.missing(id));
        return waiter.untilEnded(now, timeout).thenApply(found -> answer(found, headers));
    }

    private Response answer(Run run, HttpHeaders headers) {
        if (run.state() != RunState.ENDED) {
            return Response.ok(RunDocument.of(run)).build();
        }
        // An ended run never changes; only its samples are removed by retention.
        var samples = history.samples(run.id());
        EntityTag tag = new EntityTag(run.id() + "-" + run.attempt() + "-" + samples.size());
        return new Preconditions(headers)
                .notModified(tag)
                .orElseGet(
                        () -> Response.ok(RunDocument.withSamples(run, samples)).tag(tag))
                .build();
    }
}
