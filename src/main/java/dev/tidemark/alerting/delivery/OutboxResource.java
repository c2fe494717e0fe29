package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Undelivered notifications, and tests of channels. */
@ApplicationScoped
@Path("/outbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class OutboxResource {

    private final Outbox outbox;
    private final DeliveryWorker worker;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public OutboxResource() {
        this(null, null);
    }

    @Inject
    public OutboxResource(Outbox outbox, DeliveryWorker worker) {
        this.outbox = outbox;
        this.worker = worker;
    }

    @GET
    @Operation(summary = "List undelivered notifications, oldest first, and missing settings")
    public Unsent unsent() {
        return new Unsent(
                worker.configurationErrors(),
                outbox.undelivered().stream().map(Waiting::of).toList());
    }

    @POST
    @Path("/{id}/delivery")
    @Operation(summary = "Retry a failed notification")
    public Response sendAgain(@PathParam("id") String id) {
        if (PathIdentifier.read(id).filter(outbox::retry).isEmpty()) {
            throw new ProblemException(404, LocalizedMessage.of("problem.notification.notFound", id));
        }
        return Response.accepted().build();
    }

    @POST
    @Path("/tests")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send a test notification to an e-mail address or webhook and return the response of"
                    + " the server")
    @RequestBody(content = @Content(schema = @Schema(implementation = Test.class)))
    public Tested test(String json) {
        ValidationErrors errors = new ValidationErrors();
        Test request = Test.read(json, errors)
                .orElseThrow(
                        () -> new ProblemException(errors.problem(LocalizedMessage.of("problem.title.invalidInput"))));
        try {
            return new Tested(true, worker.test(request.to()));
        } catch (DeliveryException e) {
            return new Tested(false, e.getMessage());
        }
    }

    /** @param to the recipient of the test */
    public record Test(String to) {
        private static final LocalizedMessage MISSING =
                LocalizedMessage.of("problem.notification.recipientMissing", "{\"to\": \"team@shop.example\"}");

        static Optional<Test> read(String json, ValidationErrors errors) {
            return JsonDocument.section(json, errors, MISSING).flatMap(section -> of(section, errors));
        }

        private static Optional<Test> of(MappingReader section, ValidationErrors errors) {
            Optional<String> to = section.text("to").map(String::strip).filter(text -> !text.isEmpty());
            section.rejectUnknownKeys();
            if (errors.isEmpty() && to.isEmpty()) {
                section.addError("to", MISSING);
            }
            return errors.isEmpty() ? to.map(Test::new) : Optional.empty();
        }
    }

    /** @param answer of the receiving server, or why delivery failed */
    public record Tested(boolean delivered, String answer) {}

    /**
     * @param missing settings that are missing or invalid, a sentence each
     * @param items at most 500, oldest first
     */
    public record Unsent(List<String> missing, List<Waiting> items) {}

    /** A notification that is pending, or whose delivery was given up. */
    public record Waiting(
            String id,
            String recipient,
            String subject,
            String incident,
            Instant createdAt,
            int attempts,
            Instant nextAttemptAt,
            String trouble,
            Instant givenUpAt) {
        static Waiting of(Notification notification) {
            return new Waiting(
                    notification.id().toString(),
                    RecipientDisplay.display(notification.recipient()).toString(),
                    notification.notice().subject(),
                    notification.notice().incident().toString(),
                    notification.createdAt(),
                    notification.attempts(),
                    notification.nextAttemptAt(),
                    notification.lastError().orElse(null),
                    notification.failedAt().orElse(null));
        }
    }
}
