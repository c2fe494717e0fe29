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

/** Everybody's own password. The old one is asked, so that a session left open gives nobody the account. */
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

    /** Ends all sessions of who asks, and begins another for this one. Changes nothing when it has a fault. */
    void change(HttpServletRequest request, String oldOne, String newOne, ValidationErrors faults) {
        String name = request.getRemoteUser();
        String guesser = "password:" + name;
        Duration pause = attempts.waitTime(guesser);
        if (!pause.isZero()) {
            KeyErrors.add(faults, OLD, LocalizedMessage.of("signIn.error.tooManyAttempts", pause.toSeconds() + 1));
        } else if (accounts.authenticate(name, oldOne).isEmpty()) {
            attempts.failed(guesser);
            KeyErrors.add(faults, OLD, LocalizedMessage.of("validation.oldPassword.wrong"));
        } else if (newOne.equals(oldOne)) {
            KeyErrors.add(faults, "password", LocalizedMessage.of("validation.password.unchanged"));
        } else {
            attempts.succeeded(guesser);
            users.change(name, Optional.empty(), Optional.of(newOne), name);
            accounts.authenticate(name, newOne).ifPresent(login -> Sessions.begin(request, login));
        }
    }
}
