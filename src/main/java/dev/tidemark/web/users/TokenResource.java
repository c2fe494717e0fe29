package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.platform.runtime.RequestLanguage;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.ApiTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API tokens. */
@ApplicationScoped
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens", description = "API tokens; requires the role operator")
public class TokenResource {

    private final ApiTokens tokens;
    private final Clock clock;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public TokenResource() {
        this(null, null);
    }

    @Inject
    public TokenResource(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List tokens by name, without their secrets; lastUsedAt has a resolution of one minute;"
                    + " limit (default 500), cursor")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    public TokenDocument.TokenList list(@Context SecurityContext caller, @Context UriInfo uri) {
        AccountProblems.requireOperator(caller);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<UUID> cursor = query.read("cursor", this::cursor);
        int limit = query.limit(ApiTokens.MAX_PAGE_SIZE);
        query.requireValid();
        Page<ApiToken> page = tokens.pageAfter(cursor, limit);
        return new TokenDocument.TokenList(
                page.items().stream().map(TokenDocument::of).toList(), page.next());
    }

    private UUID cursor(String text) {
        return PathIdentifier.read(text)
                .flatMap(tokens::find)
                .map(ApiToken::id)
                .orElseThrow(() -> new InvalidValueException("validation.cursor.invalid", text));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a token; only this response contains its secret",
            description = "name and scope (read, edit, write) are required; without expiresAt, the token is valid until"
                    + " it is revoked.")
    @APIResponse(
            responseCode = "201",
            description = "Created; store the field token, it cannot be shown again",
            content = @Content(schema = @Schema(implementation = TokenDocument.class)))
    @APIResponse(responseCode = "409", ref = "NameTaken")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response create(
            @RequestBody(content = @Content(schema = @Schema(implementation = TokenDocument.class))) String json,
            @Context SecurityContext caller) {
        AccountProblems.requireOperator(caller);
        ValidationErrors errors = new ValidationErrors();
        NewToken newToken = NewToken.read(json == null ? "" : json, clock.instant(), errors)
                .orElseThrow(AccountProblems.invalid(errors));
        ApiToken.NewToken created = tokens.create(
                        newToken.name(),
                        newToken.scope(),
                        newToken.expires(),
                        caller.getUserPrincipal().getName())
                .orElseThrow(() ->
                        new ProblemException(409, LocalizedMessage.of("validation.name.tokenExists", newToken.name())));
        return Response.created(URI.create("tokens/" + created.token().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(TokenDocument.of(created.token(), Optional.of(created.secret()), Optional.empty()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke a token with immediate effect")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(
            responseCode = "200",
            description = "Revoked; the note says which setting creates it again",
            content = @Content(schema = @Schema(implementation = TokenDocument.class)))
    @APIResponse(
            responseCode = "404",
            description = "The token does not exist",
            content = @Content(schema = @Schema(ref = "Problem")))
    public Response revoke(@PathParam("id") String id, @Context SecurityContext caller, @Context HttpHeaders headers) {
        AccountProblems.requireOperator(caller);
        ApiToken revoked = PathIdentifier.read(id)
                .flatMap(one -> tokens.revoke(one, caller.getUserPrincipal().getName()))
                .orElseThrow(() -> new ProblemException(404, LocalizedMessage.of("problem.token.notFound", id)));
        Optional<String> note = RestartNotes.of(revoked).map(RequestLanguage.of(headers)::format);
        return note.isEmpty()
                ? Response.noContent().build()
                : Response.ok(TokenDocument.of(revoked, Optional.empty(), note)).build();
    }
}
