package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.ApiTokens;
import dev.tidemark.security.account.PasswordRules;
import dev.tidemark.security.account.Role;
import dev.tidemark.security.account.SecondFactors;
import dev.tidemark.security.account.SecretGenerator;
import dev.tidemark.security.account.User;
import dev.tidemark.security.account.UserChangeResult;
import dev.tidemark.security.account.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/** Processes the forms of the page "Users". Each is validated like the corresponding API request. */
@ApplicationScoped
public class UserForms {

    static final String PASSWORD = "password";

    private static final LocalizedMessage GONE = LocalizedMessage.of("validation.form.gone");

    private final Users users;
    private final ApiTokens tokens;
    private final SecondFactors factors;
    private final Clock clock;

    @Inject
    public UserForms(Users users, ApiTokens tokens, SecondFactors factors, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.factors = factors;
        this.clock = clock;
    }

    /** @return the generated secret, to be shown once; empty if there is none or the form is invalid */
    Optional<GeneratedSecret> submit(String act, FormState form, String by) {
        return switch (act) {
            case "user" -> addUser(form, by);
            case "role" -> {
                changeRole(form, by);
                yield Optional.empty();
            }
            case PASSWORD -> setPassword(form, by);
            case "remove" -> {
                addErrors(form, users.remove(form.value("of"), by));
                yield Optional.empty();
            }
            case "factor" -> {
                if (!factors.remove(form.value("of"), by)) {
                    form.add("", GONE);
                }
                yield Optional.empty();
            }
            case "token" -> makeToken(form, by);
            case "revoke" -> {
                revoke(form, by);
                yield Optional.empty();
            }
            default -> {
                form.add("", LocalizedMessage.of("validation.form.unknown"));
                yield Optional.empty();
            }
        };
    }

    /**
     * A generated secret.
     *
     * @param kind {@code token} or {@code password}
     * @param name of the token, or of the user
     * @param text the secret
     */
    public record GeneratedSecret(String kind, String name, String text) {}

    private Optional<GeneratedSecret> addUser(FormState form, String by) {
        ValidationErrors errors = new ValidationErrors();
        Optional<NewUser> newToken = NewUser.read(json(form, "name", "role", PASSWORD), errors);
        form.addAll(errors.all());
        if (newToken.isEmpty()) {
            return Optional.empty();
        }
        String name = newToken.get().name();
        String generated = SecretGenerator.password();
        boolean added =
                users.add(name, newToken.get().role(), newToken.get().password().orElse(generated), by)
                        == UserChangeResult.DONE;
        if (!added) {
            form.add("name", LocalizedMessage.of("validation.name.userExists", name));
        }
        return added && newToken.get().password().isEmpty()
                ? Optional.of(new GeneratedSecret(PASSWORD, name, generated))
                : Optional.empty();
    }

    private void changeRole(FormState form, String by) {
        try {
            Role role = Role.of(form.value("role"));
            addErrors(form, users.change(form.value("of"), Optional.of(role), Optional.empty(), by));
        } catch (InvalidValueException unknown) {
            form.add("role", unknown.localizedMessage());
        }
    }

    private void revoke(FormState form, String by) {
        if (PathIdentifier.read(form.value("of"))
                .flatMap(id -> tokens.revoke(id, by))
                .isEmpty()) {
            form.add("", GONE);
        }
    }

    /** Rejects a form that is older than the current password: a reload would generate another one. */
    private Optional<GeneratedSecret> setPassword(FormState form, String by) {
        String name = form.value("of");
        String changed =
                users.find(name).map(User::changed).map(Instant::toString).orElse(form.value("changed"));
        String values = form.secret(PASSWORD);
        if (!changed.equals(form.value("changed"))) {
            form.add(PASSWORD, LocalizedMessage.of("validation.password.alreadyChanged"));
        }
        String set = values.isEmpty() ? SecretGenerator.password() : values;
        try {
            PasswordRules.require(set, name);
        } catch (InvalidValueException invalid) {
            form.add(PASSWORD, invalid.localizedMessage());
        }
        if (form.isValid()) {
            addErrors(form, users.change(name, Optional.empty(), Optional.of(set), by));
        }
        return form.isValid() && values.isEmpty()
                ? Optional.of(new GeneratedSecret(PASSWORD, name, set))
                : Optional.empty();
    }

    private Optional<GeneratedSecret> makeToken(FormState form, String by) {
        ValidationErrors errors = new ValidationErrors();
        Instant now = clock.instant();
        Optional<NewToken> newToken = NewToken.read(json(form, "name", "scope"), now, errors);
        form.addAll(errors.all());
        Optional<Instant> expires = expires(form, now);
        if (newToken.isEmpty() || !form.isValid()) {
            return Optional.empty();
        }
        Optional<ApiToken.NewToken> created =
                tokens.create(newToken.get().name(), newToken.get().scope(), expires, by);
        if (created.isEmpty()) {
            form.add(
                    "name",
                    LocalizedMessage.of(
                            "validation.name.tokenExists", newToken.get().name()));
        }
        return created.map(one -> new GeneratedSecret("token", one.token().name(), one.secret()));
    }

    private static Optional<Instant> expires(FormState form, Instant now) {
        String span = form.value("expires");
        if (span.isEmpty()) {
            return Optional.empty();
        }
        if (!span.matches("P\\d{1,3}D")) {
            form.add("expires", LocalizedMessage.of("validation.expires.unknown"));
            return Optional.empty();
        }
        return Optional.of(now.atOffset(ZoneOffset.UTC).plus(Period.parse(span)).toInstant());
    }

    private static void addErrors(FormState form, UserChangeResult answer) {
        if (answer == UserChangeResult.MISSING) {
            form.add("", GONE);
        } else if (answer == UserChangeResult.EXTERNAL) {
            form.add("", RestartNotes.EXTERNAL);
        } else if (answer == UserChangeResult.LAST_OPERATOR) {
            form.add("", RestartNotes.LAST_OPERATOR);
        }
    }

    private static String json(FormState form, String... names) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (String name : names) {
            String value =
                    name.equals(PASSWORD) ? form.secret(name) : form.value(name).strip();
            if (!value.isEmpty()) {
                json.add(name, value);
            }
        }
        return json.build().toString();
    }
}
