package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.Users;
import dev.tidemark.security.auth.PasswordVerifier;
import dev.tidemark.security.auth.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
    private final PasswordVerifier passwords;
    private final Sessions sessions;

    @Inject
    public PasswordChange(Accounts accounts, Users users, PasswordVerifier passwords, Sessions sessions) {
        this.accounts = accounts;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /**
     * Changes the password, ends all sessions of the user, and starts a new one for this request. Changes nothing if
     * there are errors.
     */
    void change(HttpServletRequest request, String oldOne, String newOne, ValidationErrors errors) {
        String name = request.getRemoteUser();
        PasswordVerifier.Result result = passwords.verifyCurrent(name, oldOne);
        if (result instanceof PasswordVerifier.Result.Limited limited) {
            KeyErrors.add(
                    errors,
                    OLD,
                    LocalizedMessage.of(
                            "signIn.error.tooManyAttempts", limited.pause().toSeconds()));
        } else if (result instanceof PasswordVerifier.Result.Wrong) {
            KeyErrors.add(errors, OLD, LocalizedMessage.of("validation.oldPassword.wrong"));
        } else if (newOne.equals(oldOne)) {
            KeyErrors.add(errors, "password", LocalizedMessage.of("validation.password.unchanged"));
        } else {
            users.change(name, Optional.empty(), Optional.of(newOne), name);
            accounts.authenticate(name, newOne).ifPresent(login -> sessions.begin(request, login));
        }
    }
}
