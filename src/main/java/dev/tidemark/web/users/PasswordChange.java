package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.Users;
import dev.tidemark.security.auth.LoginAttempts;
import dev.tidemark.security.auth.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Changes the password of the signed-in user. The current password is required, so that an unattended session does not
 * give away the account.
 */
@ApplicationScoped
public class PasswordChange {

    private static final String OLD = "oldPassword";

    private final Accounts accounts;
    private final Users users;
    private final LoginAttempts attempts;

    @Inject
    public PasswordChange(Accounts accounts, Users users, LoginAttempts attempts) {
        this.accounts = accounts;
        this.users = users;
        this.attempts = attempts;
    }

    /**
     * Changes the password, ends all sessions of the user, and starts a new one for this request. Changes nothing if
     * there are errors.
     */
    void change(HttpServletRequest request, String oldOne, String newOne, ValidationErrors errors) {
        String name = request.getRemoteUser();
        String key = "password:" + name;
        Duration wait = attempts.waitTime(key);
        if (!wait.isZero()) {
            KeyErrors.add(errors, OLD, LocalizedMessage.of("signIn.error.tooManyAttempts", wait.toSeconds() + 1));
        } else if (accounts.authenticate(name, oldOne).isEmpty()) {
            attempts.failed(key);
            KeyErrors.add(errors, OLD, LocalizedMessage.of("validation.oldPassword.wrong"));
        } else if (newOne.equals(oldOne)) {
            KeyErrors.add(errors, "password", LocalizedMessage.of("validation.password.unchanged"));
        } else {
            attempts.succeeded(key);
            users.change(name, Optional.empty(), Optional.of(newOne), name);
            accounts.authenticate(name, newOne).ifPresent(login -> Sessions.begin(request, login));
        }
    }
}
