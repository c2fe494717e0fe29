package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.http.QueryParameters;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.platform.runtime.RequestLanguage;
import dev.tidemark.security.account.AccountRules;
import dev.tidemark.security.account.SecondFactors;
import dev.tidemark.security.account.SecretGenerator;
import dev.tidemark.security.account.User;
import dev.tidemark.security.account.UserChangeResult;
import dev.tidemark.security.account.Users;
import dev.tidemark.security.auth.AuthenticationMechanism;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** User accounts. */
@ApplicationScoped
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "User accounts; requires the role operator, except for changing your own password")
public class UserResource {

    private final Users users;
    private final PasswordChange passwordChange;
    private final SecondFactors factors;

    /** Required by RESTEasy (RESTEASY003190); CDI uses the other constructor. */
    public UserResource() {
        this(null, null, null);
    }

    @Inject
    public UserResource(Users users, PasswordChange passwordChange, SecondFactors factors) {
        this.users = users;
        this.passwordChange = passwordChange;
        this.factors = factors;
    }

    @GET
    @Operation(summary = "List users by name; limit (default 500), cursor")
    @Parameter(ref = "Limit")
    @Parameter(ref = "Cursor")
    public UserDocument.UserList list(@Context SecurityContext caller, @Context UriInfo uri) {
        AccountProblems.requireOperator(caller);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        Optional<String> cursor = query.read("cursor", AccountRules::name);
        int limit = query.limit(Users.MAX_PAGE_SIZE);
        query.requireValid();
        Page<User> page = users.pageAfter(cursor, limit);
        Set<String> withFactor =
                factors.activeAmong(page.items().stream().map(User::name).toList());
        return new UserDocument.UserList(
                page.items().stream()
                        .map(user -> UserDocument.of(user, withFactor.contains(user.name())))
                        .toList(),
                page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create a user",
            description =
                    "name and role (operator: admin, editor, reader: viewer) are required. Without password, one is generated;"
                            + " only this response contains it.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = UserDocument.class)))
    @APIResponse(responseCode = "409", ref = "NameTaken")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response add(
            @RequestBody(content = @Content(schema = @Schema(implementation = UserDocument.class))) String json,
            @Context SecurityContext caller,
            @Context HttpHeaders headers) {
        AccountProblems.requireOperator(caller);
        ValidationErrors errors = new ValidationErrors();
        NewUser newToken = NewUser.read(json == null ? "" : json, errors).orElseThrow(AccountProblems.invalid(errors));
        Optional<String> generated =
                newToken.password().isPresent() ? Optional.empty() : Optional.of(SecretGenerator.password());
        String password = newToken.password().or(() -> generated).orElseThrow();
        if (users.add(newToken.name(), newToken.role(), password, name(caller)) == UserChangeResult.TAKEN) {
            throw new ProblemException(409, LocalizedMessage.of("problem.user.exists", newToken.name()));
        }
        return Response.created(URI.create("users/" + newToken.name()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(shown(newToken.name(), generated, headers))
                .build();
    }

    @PATCH
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the role or password of a user; a new password ends the user's sessions",
            description = "role; password, or resetPassword (true: a password is generated; only this response"
                    + " contains it); removeSecondFactor (true: the user has lost the device). Every signed-in user can change their own password with password and"
                    + " oldPassword.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = UserDocument.class)))
    @APIResponse(responseCode = "409", ref = "LastOperator")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Response change(
            @PathParam("name") String name,
            @RequestBody(content = @Content(schema = @Schema(implementation = UserDocument.class))) String json,
            @Context SecurityContext caller,
            @Context HttpServletRequest request,
            @Context HttpHeaders headers) {
        boolean isOwn = caller.isUserInRole(AuthenticationMechanism.SIGNED_IN_USER) && name.equals(name(caller));
        if (!isOwn) {
            AccountProblems.requireOperator(caller);
        }
        ValidationErrors errors = new ValidationErrors();
        UserChange change = UserChange.read(json == null ? "" : json, name, isOwn, errors)
                .orElseThrow(AccountProblems.invalid(errors));
        if (change.role().isPresent() || change.reset() || change.removesSecondFactor()) {
            AccountProblems.requireOperator(caller);
        }
        Optional<String> generated = change.reset() ? Optional.of(SecretGenerator.password()) : Optional.empty();
        if (isOwn && change.password().isPresent()) {
            passwordChange.change(
                    request, change.oldPassword().orElse(""), change.password().get(), errors);
        } else {
            refuse(name, users.change(name, change.role(), change.password().or(() -> generated), name(caller)));
        }
        if (!errors.isEmpty()) {
            throw AccountProblems.invalid(errors).get();
        }
        if (change.removesSecondFactor()) {
            factors.remove(name, name(caller));
        }
        return Response.ok(shown(name, generated, headers))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("/{name}")
    @Operation(summary = "Delete a user and end the user's sessions; tokens created by the user remain valid")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "200",
            description = "Deleted; the note says which setting creates the user again",
            content = @Content(schema = @Schema(implementation = UserDocument.class)))
    @APIResponse(responseCode = "409", ref = "LastOperator")
    public Response remove(
            @PathParam("name") String name, @Context SecurityContext caller, @Context HttpHeaders headers) {
        AccountProblems.requireOperator(caller);
        Optional<UserDocument> before = users.find(name).map(user -> shown(name, Optional.empty(), headers));
        refuse(name, users.remove(name, name(caller)));
        return before.filter(user -> user.note().isPresent())
                .map(Response::ok)
                .orElseGet(Response::noContent)
                .build();
    }

    private UserDocument shown(String name, Optional<String> generated, HttpHeaders headers) {
        Optional<String> note = RestartNotes.ofUser(name, users).map(RequestLanguage.of(headers)::format);
        return users.find(name)
                .map(user -> UserDocument.of(user, factors.isActive(name), generated, note))
                .orElseThrow(() -> missing(name));
    }

    private static void refuse(String name, UserChangeResult answer) {
        if (answer == UserChangeResult.MISSING) {
            throw missing(name);
        }
        if (answer == UserChangeResult.EXTERNAL) {
            throw new ProblemException(409, RestartNotes.EXTERNAL);
        }
        if (answer == UserChangeResult.LAST_OPERATOR) {
            throw new ProblemException(409, RestartNotes.LAST_OPERATOR);
        }
    }

    private static ProblemException missing(String name) {
        return new ProblemException(404, LocalizedMessage.of("problem.user.notFound", name));
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }
}
