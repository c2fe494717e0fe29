package dev.tidemark.members;

import dev.tidemark.account.Naming;
import dev.tidemark.account.Role;
import dev.tidemark.account.Scope;
import dev.tidemark.account.Shelf;
import dev.tidemark.account.Token;
import dev.tidemark.account.Tokens;
import dev.tidemark.account.User;
import dev.tidemark.account.Users;
import dev.tidemark.platform.Identifier;
import dev.tidemark.web.FieldFaults;
import dev.tidemark.web.Forbidden;
import dev.tidemark.web.PageAnswer;
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
@Named
@RequestScoped
public class AccessPage {

    private static final String ADDRESS = "/settings/access";
    private static final int SHOWN = 100;

    private final Users users;
    private final Tokens tokens;
    private final MemberForms forms;
    private final HttpServletRequest request;
    private final Clock clock;
    private FormState form = FormState.untouched();
    private Optional<MemberForms.Secret> secret = Optional.empty();
    private Shelf<User> shownUsers = Shelf.empty();
    private Shelf<Token> shownTokens = Shelf.empty();

    protected AccessPage() {
        this(null, null, null, null, null);
    }

    @Inject
    public AccessPage(Users users, Tokens tokens, MemberForms forms, HttpServletRequest request, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.forms = forms;
        this.request = request;
        this.clock = clock;
    }

    public void load() {
        PageAnswer.showOnce();
        if (!request.isUserInRole(Refusals.OPERATOR)) {
            Forbidden.end();
            return;
        }
        if (request.getMethod().equals("POST")) {
            take(text("act"));
        }
        shownUsers = named("usersAhead")
                .map(first -> users.ahead(first, SHOWN))
                .orElseGet(() -> users.behind(named("usersBehind"), SHOWN));
        shownTokens = named("tokensAhead")
                .flatMap(Identifier::read)
                .map(first -> tokens.ahead(first, SHOWN))
                .orElseGet(() -> tokens.behind(named("tokensBehind").flatMap(Identifier::read), SHOWN));
    }

    private Optional<String> named(String parameter) {
        return Optional.of(text(parameter)).filter(Naming::isName);
    }

    private void take(String act) {
        form = FormState.of(act, request::getParameter);
        secret = forms.take(act, form, request.getRemoteUser());
        if (!form.isRight()) {
            PageAnswer.unprocessable();
        } else if (secret.isEmpty()) {
            PageAnswer.seeOther(ADDRESS);
        }
    }

    /** Null, as views want it, when there is none to be shown. */
    public MemberForms.Secret getSecret() {
        return secret.orElse(null);
    }

    public Shelf<User> getUsers() {
        return shownUsers;
    }

    public Shelf<Token> getTokens() {
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
    public Token getRevoked() {
        return Identifier.read(text("revoke")).flatMap(tokens::find).orElse(null);
    }

    /** What the settings do to it at the next start; empty for nothing. */
    public String note(User user) {
        return Notes.ofUser(user.name(), users).orElse("");
    }

    /** As above. */
    public String noteOf(Token token) {
        return Notes.of(token).orElse("");
    }

    public boolean expired(Token token) {
        return token.isExpired(clock.instant());
    }

    /** Where a token comes from, in words; empty for one that somebody made. */
    public String origin(Token token) {
        return switch (token.origin()) {
            case FIRST -> "shown at the first start";
            case SETTING -> "TIDEMARK_API_TOKEN";
            case FORMER -> "TIDEMARK_API_TOKEN before it was changed";
            case MADE -> "";
        };
    }

    public List<String> getRoles() {
        return Arrays.stream(Role.values()).map(Role::label).sorted().toList();
    }

    public List<String> getScopes() {
        return Arrays.stream(Scope.values()).map(Scope::label).toList();
    }

    /** What was typed into an input of a form; nothing once its secret is shown. */
    public String value(String of, String input) {
        return form.is(of) && secret.isEmpty() ? form.value(input) : "";
    }

    /** What is wrong with it; empty for nothing. */
    public String fault(String of, String input) {
        return form.is(of) ? form.at(input) : "";
    }

    public List<FieldFaults.Wrong> getFaults() {
        return form.all();
    }

    private String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
