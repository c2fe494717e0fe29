package dev.tidemark.web.users;

import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.security.account.AccountRules;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.ApiTokens;
import dev.tidemark.security.account.Role;
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
import java.util.List;
import java.util.Optional;

/**
 * Users and tokens. A form that makes a secret up is answered with the page itself, which shows it once; the others lead on. Sent
 * again by a reload, neither makes a second one: names are taken then, and a password is not the one that the form was made for.
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
    private final HttpServletRequest request;
    private final Clock clock;
    private FormState form = FormState.untouched();
    private Optional<UserForms.GeneratedSecret> secret = Optional.empty();
    private Page<User> shownUsers = Page.empty();
    private Page<ApiToken> shownTokens = Page.empty();

    @Inject
    public UsersPage(Users users, ApiTokens tokens, UserForms forms, HttpServletRequest request, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.forms = forms;
        this.request = request;
        this.clock = clock;
    }

    public void load() {
        FormResponse.showOnce();
        if (!request.isUserInRole(AccountProblems.OPERATOR)) {
            PageForbidden.end();
            return;
        }
        if (request.getMethod().equals("POST")) {
            take(text("act"));
        }
        shownUsers = named("usersAhead")
                .map(first -> users.ahead(first, SHOWN))
                .orElseGet(() -> users.behind(named("usersBehind"), SHOWN));
        shownTokens = named("tokensAhead")
                .flatMap(PathIdentifier::read)
                .map(first -> tokens.ahead(first, SHOWN))
                .orElseGet(() -> tokens.behind(named("tokensBehind").flatMap(PathIdentifier::read), SHOWN));
    }

    private Optional<String> named(String parameter) {
        return Optional.of(text(parameter)).filter(AccountRules::isName);
    }

    private void take(String act) {
        form = FormState.of(act, request::getParameter);
        secret = forms.take(act, form, request.getRemoteUser());
        if (!form.isRight()) {
            FormResponse.unprocessable();
        } else if (secret.isEmpty()) {
            FormResponse.seeOther(ADDRESS);
        }
    }

    /** Null, as views want it, when there is none to be shown. */
    public UserForms.GeneratedSecret getSecret() {
        return secret.orElse(null);
    }

    public Page<User> getUsers() {
        return shownUsers;
    }

    public Page<ApiToken> getTokens() {
        return shownTokens;
    }

    /** The user who is to be changed; null, as views want it, for none. */
    public User getChosen() {
        String asked = form.is("role") || form.is("password") || form.is("remove") ? text("of") : text("user");
        return secret.isPresent() ? null : users.find(asked).orElse(null);
    }

    public boolean isOwn() {
        return getChosen() != null && getChosen().name().equals(request.getRemoteUser());
    }

    /** The token that is to be revoked; null, as views want it, for none. */
    public ApiToken getRevoked() {
        return PathIdentifier.read(text("revoke")).flatMap(tokens::find).orElse(null);
    }

    /** How a setting restores the user at the next start; null, as views want it, when none does. */
    public LocalizedMessage note(User user) {
        return RestartNotes.ofUser(user.name(), users).orElse(null);
    }

    /** As above. */
    public LocalizedMessage noteOf(ApiToken token) {
        return RestartNotes.of(token).orElse(null);
    }

    public boolean expired(ApiToken token) {
        return token.isExpired(clock.instant());
    }

    /** Where a token comes from; null, as views want it, for one that a user created. */
    public LocalizedMessage origin(ApiToken token) {
        return switch (token.origin()) {
            case FIRST -> LocalizedMessage.of("members.tokenOrigin.firstStart");
            case SETTING -> LocalizedMessage.verbatim("TIDEMARK_API_TOKEN");
            case FORMER -> LocalizedMessage.of("members.tokenOrigin.formerSetting");
            case MADE -> null;
        };
    }

    /** The key of a role's name. */
    public String roleKey(String role) {
        return "access.role." + role;
    }

    public List<String> getRoles() {
        return Arrays.stream(Role.values()).map(Role::label).sorted().toList();
    }

    public List<String> getScopes() {
        return Arrays.stream(TokenScope.values()).map(TokenScope::label).toList();
    }

    /** What was typed into an input of a form; nothing once its secret is shown. */
    public String value(String of, String input) {
        return form.is(of) && secret.isEmpty() ? form.value(input) : "";
    }

    /** The errors of an input; blank when it is valid. */
    public LocalizedMessage fault(String of, String input) {
        return form.is(of) ? form.at(input) : LocalizedMessage.NOTHING;
    }

    public List<FieldErrors.Wrong> getFaults() {
        return form.all();
    }

    private String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
