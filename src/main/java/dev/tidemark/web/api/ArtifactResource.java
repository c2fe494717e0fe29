package dev.tidemark.web.api;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.ArtifactKey;
import dev.tidemark.storage.run.DetailRetention;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
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

/** Screenshots and filmstrip frames of a sample. They never change, so clients may cache them. */
@ApplicationScoped
@Path("/runs/{id}/samples/{n}")
@Tag(name = "Evidence")
public class ArtifactResource {
    private static final String IMMUTABLE = "private, max-age=31536000, immutable";

    private final RunHistory history;
    private final DetailRetention retention;
    private final BasePath basePath;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public ArtifactResource() {
        this(null, null, null);
    }

    @Inject
    public ArtifactResource(RunHistory history, DetailRetention retention, BasePath basePath) {
        this.basePath = basePath;
        this.history = history;
        this.retention = retention;
    }

    @GET
    @Path("/filmstrip")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List the frames of the filmstrip: time in ms since navigation start, and the URL of"
                    + " the image")
    public FilmstripDocument filmstrip(@PathParam("id") String id, @PathParam("n") int n) {
        Run run = history.find(RunPath.parse(id)).orElseThrow(() -> RunPath.missing(id));
        return FilmstripDocument.of(
                run.id(),
                n,
                history.frames(run.id(), n),
                retention.of(run, true).artifacts().isPresent(),
                basePath);
    }

    @GET
    @Path("/filmstrip/{frame}")
    public Response frame(@PathParam("id") String id, @PathParam("n") int n, @PathParam("frame") int frame) {
        return image(id, new ArtifactKey(n, Artifact.ArtifactType.FRAME, frame));
    }

    @GET
    @Path("/screenshot")
    public Response screenshot(@PathParam("id") String id, @PathParam("n") int n) {
        ArtifactKey key = history.artifacts(RunPath.parse(id)).stream()
                .filter(item -> item.sample() == n && item.kind() == Artifact.ArtifactType.SCREENSHOT)
                .findFirst()
                .orElseThrow(ArtifactResource::gone);
        return image(id, key);
    }

    /** Serves image types only, because the bytes come from the measured page. */
    private Response image(String id, ArtifactKey key) {
        Artifact found = history.artifacts(RunPath.parse(id), key)
                .filter(item -> item.mediaType().startsWith("image/")
                        && !item.mediaType().startsWith("image/svg"))
                .orElseThrow(ArtifactResource::gone);
        return Response.ok(found.content(), found.mediaType())
                .header("Cache-Control", IMMUTABLE)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static ProblemException gone() {
        return new ProblemException(404, LocalizedMessage.of("problem.picture.notFound"));
    }
}
