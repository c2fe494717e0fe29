package dev.tidemark.members;

import dev.tidemark.access.LoginAttempts;
import dev.tidemark.access.Sessions;
import dev.tidemark.account.Accounts;
import dev.tidemark.account.Users;
import dev.tidemark.document.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Everybody's own password. The old one is asked, so that a session left open gives nobody the account. */
@ApplicationScoped
public class OwnPassword {

    private static final String OLD = "oldPassword";

    private final Accounts accounts;
    private final Users users;
    private final LoginAttempts attempts;

    protected OwnPassword() {
        this(null, null, null);
    }

    @Inject
    public OwnPassword(Accounts accounts, Users users, LoginAttempts attempts) {
        this.accounts = accounts;
        this.users = users;
        this.attempts = attempts;
    }

    /** Ends all sessions of who asks, and begins another for this one. Changes nothing when it has a fault. */
    void change(HttpServletRequest request, String oldOne, String newOne, Faults faults) {
        String name = request.getRemoteUser();
        String guesser = "password of " + name;
        Duration pause = attempts.pause(guesser);
        if (!pause.isZero()) {
            KeyFaults.add(faults, OLD, "too many failures; try again in " + (pause.toSeconds() + 1) + " seconds");
        } else if (accounts.check(name, oldOne).isEmpty()) {
            attempts.failed(guesser);
            KeyFaults.add(faults, OLD, "is not the password that holds now");
        } else if (newOne.equals(oldOne)) {
            KeyFaults.add(faults, "password", "is the same as before");
        } else {
            attempts.succeeded(guesser);
            users.change(name, Optional.empty(), Optional.of(newOne), name);
            accounts.check(name, newOne).ifPresent(login -> Sessions.begin(request, login));
        }
    }
}
