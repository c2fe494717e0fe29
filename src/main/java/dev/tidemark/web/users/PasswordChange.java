package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.Users;
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
    private final CurrentPassword current;
    private final Sessions sessions;

    @Inject
    public PasswordChange(Accounts accounts, Users users, CurrentPassword current, Sessions sessions) {
        this.accounts = accounts;
        this.users = users;
        this.current = current;
        this.sessions = sessions;
    }

    /**
     * Changes the password, ends all sessions of the user, and starts a new one for this request. Changes nothing if
     * there are errors.
     */
    void change(HttpServletRequest request, String oldOne, String newOne, ValidationErrors errors) {
        String name = request.getRemoteUser();
        Optional<LocalizedMessage> objection = current.check(name, oldOne);
        if (objection.isPresent()) {
            KeyErrors.add(errors, OLD, objection.get());
        } else if (newOne.equals(oldOne)) {
            KeyErrors.add(errors, "password", LocalizedMessage.of("validation.password.unchanged"));
        } else {
            users.change(name, Optional.empty(), Optional.of(newOne), name);
            accounts.authenticate(name, newOne).ifPresent(login -> sessions.begin(request, login));
        }
    }
}
