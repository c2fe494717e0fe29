package dev.tidemark.runs;

import dev.tidemark.history.EvidenceKey;
import dev.tidemark.history.RunHistory;
import dev.tidemark.observation.Evidence;
import dev.tidemark.observation.RunId;
import dev.tidemark.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pictures of a sample. They never change, so a browser may keep them. */
@ApplicationScoped
@Path("/runs/{id}/samples/{n}")
@Tag(name = "Evidence")
public class EvidenceResource {
    private static final String KEEP = "private, max-age=31536000, immutable";

    private final RunHistory history;

    public EvidenceResource() {
        this(null);
    }

    @Inject
    public EvidenceResource(RunHistory history) {
        this.history = history;
    }

    @GET
    @Path("/filmstrip")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The frames in order: time in ms from navigation start, and the picture's address")
    public Filmstrip filmstrip(@PathParam("id") String id, @PathParam("n") int n) {
        RunId run = history.find(RunPath.parse(id))
                .orElseThrow(() -> RunPath.missing(id))
                .id();
        return Filmstrip.of(run, n, history.frames(run, n));
    }

    @GET
    @Path("/filmstrip/{frame}")
    public Response frame(@PathParam("id") String id, @PathParam("n") int n, @PathParam("frame") int frame) {
        return picture(id, new EvidenceKey(n, Evidence.Kind.FRAME, frame));
    }

    @GET
    @Path("/screenshot")
    public Response screenshot(@PathParam("id") String id, @PathParam("n") int n) {
        EvidenceKey key = history.evidence(RunPath.parse(id)).stream()
                .filter(one -> one.sample() == n && one.kind() == Evidence.Kind.SCREENSHOT)
                .findFirst()
                .orElseThrow(EvidenceResource::gone);
        return picture(id, key);
    }

    /** Only as an image, whatever the bytes are: they come from a page. */
    private Response picture(String id, EvidenceKey key) {
        Evidence found = history.evidence(RunPath.parse(id), key)
                .filter(one ->
                        one.mediaType().startsWith("image/") && !one.mediaType().startsWith("image/svg"))
                .orElseThrow(EvidenceResource::gone);
        return Response.ok(found.content(), found.mediaType())
                .header("Cache-Control", KEEP)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static ProblemException gone() {
        return new ProblemException(404, "There is no such picture: it was not taken, or its time is over");
    }
}
