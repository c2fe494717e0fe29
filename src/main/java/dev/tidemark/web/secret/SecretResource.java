package dev.tidemark.web.secret;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.secret.SecretInfo;
import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.platform.http.CallerName;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Secrets in the HTTP API: values can be written, never read. */
@ApplicationScoped
@Path("/secrets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Secrets", description = "Secrets that definitions refer to as secret:NAME. No response contains a value.")
public class SecretResource {

    private static final LocalizedMessage BODY = LocalizedMessage.of("validation.secret.body", "{\"value\": \"...\"}");

    private final SecretStore secrets;
    private final SecretUsage usage;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public SecretResource() {
        this(null, null);
    }

    @Inject
    public SecretResource(SecretStore secrets, SecretUsage usage) {
        this.secrets = secrets;
        this.usage = usage;
    }

    @GET
    @Operation(summary = "List the secrets by name, with the probes and contact groups that refer to them")
    public SecretDocument.SecretList list() {
        return new SecretDocument.SecretList(secrets.all().stream()
                .map(secret -> SecretDocument.of(secret, usage))
                .toList());
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "Show who changed a secret and what refers to it; never its value")
    @APIResponse(
            responseCode = "404",
            description = "The secret does not exist",
            content = @Content(schema = @Schema(ref = "Problem")))
    public SecretDocument show(@PathParam("name") String name) {
        return SecretDocument.of(existing(name), usage);
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create or replace a secret",
            description =
                    "The body is {\"value\": \"...\"}. The next run of each probe that refers to it uses the new value.")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response put(@PathParam("name") String name, String json, @Context SecurityContext caller) {
        ValidationErrors errors = new ValidationErrors();
        Optional<String> value =
                JsonDocument.section(json == null ? "" : json, errors, BODY).flatMap(section -> value(section, errors));
        Optional<Boolean> created = value.flatMap(given -> store(name, given, CallerName.of(caller), errors));
        if (created.isEmpty()) {
            throw new ProblemException(errors.problem(LocalizedMessage.of("problem.title.invalidInput")));
        }
        return Response.status(created.get() ? Response.Status.CREATED : Response.Status.OK)
                .entity(SecretDocument.of(existing(name), usage))
                .build();
    }

    @DELETE
    @Path("/{name}")
    @Operation(
            summary = "Delete a secret",
            description = "Status 409 when a probe or contact group refers to it; the response names them.")
    public void delete(@PathParam("name") String name) {
        SecretDocument secret = SecretDocument.of(existing(name), usage);
        if (secret.isUsed()) {
            throw new ProblemException(409, LocalizedMessage.of("problem.secret.inUse", name, secret.users()));
        }
        secrets.remove(name);
    }

    private static Optional<String> value(MappingReader section, ValidationErrors errors) {
        Optional<String> value = section.text("value");
        if (!section.has("value")) {
            errors.add(section.place(), BODY);
        }
        section.rejectUnknownKeys();
        return value.filter(given -> errors.isEmpty());
    }

    private Optional<Boolean> store(String name, String value, String by, ValidationErrors errors) {
        try {
            return Optional.of(secrets.put(name, value, by));
        } catch (InvalidValueException invalid) {
            errors.add(SourceLocation.BODY, invalid.localizedMessage());
            return Optional.empty();
        }
    }

    private SecretInfo existing(String name) {
        return secrets.find(name)
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.secret.notFound", name)));
    }
}
