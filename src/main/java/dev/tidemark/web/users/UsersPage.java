package dev.tidemark.web.users;

import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.security.account.AccountRules;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.ApiTokens;
import dev.tidemark.security.account.Role;
import dev.tidemark.security.account.SecondFactors;
import dev.tidemark.security.account.TokenScope;
import dev.tidemark.security.account.User;
import dev.tidemark.security.account.Users;
import dev.tidemark.web.support.FieldErrors;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageForbidden;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page for users and tokens. A form that generates a secret is answered with the page itself, which shows the
 * secret once; other forms redirect. A reload does not generate a second secret: the name is taken by then, or the
 * password has changed since.
 */
@PageRoute(value = "/settings/access", view = "/users/users.xhtml")
@Named
@RequestScoped
public class UsersPage {

    private static final String ADDRESS = "/settings/access";
    private static final int SHOWN = 100;

    private final Users users;
    private final ApiTokens tokens;
    private final UserForms forms;
    private final SecondFactors factors;
    private final HttpServletRequest request;
    private final Clock clock;
    private FormState form = FormState.empty();
    private Optional<UserForms.GeneratedSecret> secret = Optional.empty();
    private Page<User> shownUsers = Page.empty();
    private Page<ApiToken> shownTokens = Page.empty();

    @Inject
    public UsersPage(
            Users users,
            ApiTokens tokens,
            UserForms forms,
            SecondFactors factors,
            HttpServletRequest request,
            Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.forms = forms;
        this.factors = factors;
        this.request = request;
        this.clock = clock;
    }

    public void load() {
        FormResponse.noStore();
        if (!request.isUserInRole(AccountProblems.OPERATOR)) {
            PageForbidden.respond();
            return;
        }
        if (request.getMethod().equals("POST")) {
            submit(text("act"));
        }
        shownUsers = named("usersAhead")
                .map(first -> users.pageBefore(first, SHOWN))
                .orElseGet(() -> users.pageAfter(named("usersBehind"), SHOWN));
        shownTokens = named("tokensAhead")
                .flatMap(PathIdentifier::read)
                .map(first -> tokens.pageBefore(first, SHOWN))
                .orElseGet(() -> tokens.pageAfter(named("tokensBehind").flatMap(PathIdentifier::read), SHOWN));
    }

    private Optional<String> named(String parameter) {
        return Optional.of(text(parameter)).filter(AccountRules::isName);
    }

    private void submit(String act) {
        form = FormState.of(act, request::getParameter);
        secret = forms.submit(act, form, request.getRemoteUser());
        if (!form.isValid()) {
            FormResponse.unprocessable();
        } else if (secret.isEmpty()) {
            FormResponse.seeOther(ADDRESS);
        }
    }

    /** The generated secret; null if there is none. */
    public UserForms.GeneratedSecret getSecret() {
        return secret.orElse(null);
    }

    public Page<User> getUsers() {
        return shownUsers;
    }

    public Page<ApiToken> getTokens() {
        return shownTokens;
    }

    /** The user to edit; null if there is none. */
    public User getSelectedUser() {
        String name = form.is("role") || form.is("password") || form.is("remove") || form.is("factor")
                ? text("of")
                : text("user");
        return secret.isPresent() ? null : users.find(name).orElse(null);
    }

    /** Whether the selected user has a second factor. */
    public boolean isSecondFactorActive() {
        return getSelectedUser() != null && factors.isActive(getSelectedUser().name());
    }

    public boolean isOwn() {
        return getSelectedUser() != null && getSelectedUser().name().equals(request.getRemoteUser());
    }

    /** The token to revoke; null if there is none. */
    public ApiToken getTokenToRevoke() {
        return PathIdentifier.read(text("revoke")).flatMap(tokens::find).orElse(null);
    }

    /** A note that configuration restores the user at the next start; null if it does not. */
    public LocalizedMessage userNote(User user) {
        return RestartNotes.ofUser(user.name(), users).orElse(null);
    }

    /** A note that configuration restores the token at the next start; null if it does not. */
    public LocalizedMessage tokenNote(ApiToken token) {
        return RestartNotes.of(token).orElse(null);
    }

    public boolean expired(ApiToken token) {
        return token.isExpired(clock.instant());
    }

    /** The origin of a token; null if a user created it. */
    public LocalizedMessage origin(ApiToken token) {
        return switch (token.origin()) {
            case FIRST -> LocalizedMessage.of("members.tokenOrigin.firstStart");
            case SETTING -> LocalizedMessage.verbatim("TIDEMARK_API_TOKEN");
            case FORMER -> LocalizedMessage.of("members.tokenOrigin.formerSetting");
            case MADE -> null;
        };
    }

    /** The message key of the name of a role. */
    public String roleKey(String role) {
        return "access.role." + role;
    }

    public List<String> getRoles() {
        return Arrays.stream(Role.values()).map(Role::label).toList();
    }

    /** The roles for a new user, viewer first. */
    public List<String> getRolesFromLeast() {
        return Arrays.stream(Role.values())
                .sorted(Comparator.reverseOrder())
                .map(Role::label)
                .toList();
    }

    public List<String> getScopes() {
        return Arrays.stream(TokenScope.values()).map(TokenScope::label).toList();
    }

    /** The value of an input of a form; empty once its secret is shown. */
    public String value(String of, String input) {
        return form.is(of) && secret.isEmpty() ? form.value(input) : "";
    }

    /** The errors of an input; blank when it is valid. */
    public LocalizedMessage error(String of, String input) {
        return form.is(of) ? form.at(input) : LocalizedMessage.EMPTY;
    }

    public List<FieldErrors.FieldError> getErrors() {
        return form.all();
    }

    private String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
