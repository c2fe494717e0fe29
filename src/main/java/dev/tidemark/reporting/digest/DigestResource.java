package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.digest.Digests.Sent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sends digests on request. */
@ApplicationScoped
@Path("/recipients/{id}/digest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients")
public class DigestResource {

    private final Digests digests;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public DigestResource() {
        this(null);
    }

    @Inject
    public DigestResource(Digests digests) {
        this.digests = digests;
    }

    @POST
    @Operation(
            summary = "Send the digest of a contact group now, for the day or week until now",
            description = "For a group without a digest, covers the last week. The scheduled digest is sent as"
                    + " well. Status 409 when no member receives notifications. The page"
                    + " /recipients/{id}/digest shows it without sending.")
    public Response send(@PathParam("id") String id) {
        Sent sent = digests.createNow(id)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.contactGroup.notFound", id)));
        if (sent.recipients().isEmpty()) {
            throw new ProblemException(409, LocalizedMessage.of("problem.contactGroup.noSubscriber", id));
        }
        return Response.accepted(Accepted.of(sent)).build();
    }

    /** The subject and recipients of the queued digest. */
    public record Accepted(String subject, List<String> recipients) {
        static Accepted of(Sent sent) {
            return new Accepted(
                    sent.subject(),
                    sent.recipients().stream()
                            .map(RecipientDisplay::display)
                            .map(LocalizedMessage::toString)
                            .toList());
        }
    }
}
