package dev.tidemark.web.users;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.auth.PasswordVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks signed-in users for their current password before a change of their account. */
@ApplicationScoped
public class CurrentPassword {

    private final PasswordVerifier passwords;

    @Inject
    public CurrentPassword(PasswordVerifier passwords) {
        this.passwords = passwords;
    }

    /** Why the change is not allowed; empty if the password is right. */
    Optional<LocalizedMessage> check(String user, String password) {
        if (password.isEmpty()) {
            return Optional.of(LocalizedMessage.of("validation.oldPassword.missing"));
        }
        PasswordVerifier.Result result = passwords.verifyCurrent(user, password);
        if (result instanceof PasswordVerifier.Result.Limited limited) {
            return Optional.of(LocalizedMessage.of(
                    "signIn.error.tooManyAttempts", limited.pause().toSeconds()));
        }
        return result instanceof PasswordVerifier.Result.Wrong
                ? Optional.of(LocalizedMessage.of("validation.oldPassword.wrong"))
                : Optional.empty();
    }
}
