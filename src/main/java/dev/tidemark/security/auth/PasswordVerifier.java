package dev.tidemark.security.auth;

import dev.tidemark.security.account.Accounts;
import dev.tidemark.security.account.SessionLogin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Verifies passwords within the limits on attempts. An attempt beyond them is rejected before the slow hash. */
@ApplicationScoped
public class PasswordVerifier {

    private final Accounts accounts;
    private final AttemptLimits limits;

    @Inject
    public PasswordVerifier(Accounts accounts, AttemptLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    /** The result of an attempt. */
    public sealed interface Result {
        /** The password is right. */
        record Verified(SessionLogin login) implements Result {}

        /** Wrong name or password. */
        record Wrong() implements Result {}

        /** Not verified; the next attempt is possible after the pause. */
        record Limited(Duration pause) implements Result {}
    }

    /** Verifies the current password of a user who is signed in. */
    public Result verifyCurrent(String name, String password) {
        return verify(List.of(AttemptLimit.ofPasswordChange(name)), name, password);
    }

    Result verify(List<AttemptLimit> attempt, String name, String password) {
        Optional<Duration> pause = limits.reserve(attempt);
        if (pause.isPresent()) {
            return new Result.Limited(pause.get());
        }
        Optional<SessionLogin> login = accounts.authenticate(name, password);
        if (login.isEmpty()) {
            return new Result.Wrong();
        }
        limits.giveBack(attempt);
        return new Result.Verified(login.get());
    }
}
