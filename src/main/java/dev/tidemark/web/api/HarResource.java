package dev.tidemark.web.api;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.ArtifactKey;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The requests of a sample as a HAR 1.2 file. */
@ApplicationScoped
@Path("/runs/{id}/har")
@Tag(name = "Evidence")
public class HarResource {
    private final RunHistory history;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public HarResource() {
        this(null);
    }

    @Inject
    public HarResource(RunHistory history) {
        this.history = history;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Get the HAR 1.2 file of the representative sample, or of ?sample=n")
    @Parameter(ref = "SampleNumber")
    public Response har(
            @PathParam("id") String id, @HeaderParam("Accept-Encoding") String accepted, @Context UriInfo uri) {
        Run run = history.find(RunPath.parse(id)).orElseThrow(() -> RunPath.missing(id));
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<Integer> sample = query.read("sample", HarResource::sample);
        query.requireValid();
        byte[] gzipped = history.artifacts(run.id(), keyOf(run, sample))
                .orElseThrow(HarResource::gone)
                .content();
        return response(
                run.id(),
                gzipped,
                accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip"));
    }

    /** The HAR file of the given sample; without one, of the representative sample, or of any: a failed run has none. */
    private ArtifactKey keyOf(Run run, Optional<Integer> sample) {
        int preferred = sample.orElse(run.representative().orElse(0) + 1);
        return history.artifacts(run.id()).stream()
                .filter(key -> key.kind() == Artifact.ArtifactType.HAR)
                .filter(key -> sample.isEmpty() || key.sample() == preferred)
                .min(Comparator.comparing(key -> key.sample() != preferred))
                .orElseThrow(HarResource::gone);
    }

    private static int sample(String text) {
        if (!text.matches("[1-9]")) {
            throw new InvalidValueException("validation.sample.number", text);
        }
        return Integer.parseInt(text);
    }

    private static Response response(RunId run, byte[] gzipped, boolean acceptsGzip) {
        StreamingOutput body = out -> {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
                in.transferTo(out);
            }
        };
        Response.ResponseBuilder response =
                acceptsGzip ? Response.ok(gzipped).header("Content-Encoding", "gzip") : Response.ok(body);
        return response.type(MediaType.APPLICATION_JSON)
                .header("Vary", "Accept-Encoding")
                .header("Content-Disposition", "attachment; filename=\"" + run + ".har\"")
                .build();
    }

    private static ProblemException gone() {
        return new ProblemException(404, LocalizedMessage.of("problem.har.notFound"));
    }
}
