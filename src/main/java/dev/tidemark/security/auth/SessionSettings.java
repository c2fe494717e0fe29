package dev.tidemark.security.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a session lasts. */
@ApplicationScoped
public class SessionSettings {

    private static final Duration MIN = Duration.ofMinutes(1);
    private static final Duration MAX = Duration.ofDays(365);

    private final Duration idle;
    private final Duration max;

    /**
     * @param idle from the last request, {@code TIDEMARK_SESSION_IDLE}
     * @param max from the sign-in, {@code TIDEMARK_SESSION_MAX}
     */
    @Inject
    public SessionSettings(
            @ConfigProperty(name = "tidemark.session.idle", defaultValue = "PT12H") Duration idle,
            @ConfigProperty(name = "tidemark.session.max", defaultValue = "P7D") Duration max) {
        this.idle = requireWithin("TIDEMARK_SESSION_IDLE", idle);
        this.max = requireWithin("TIDEMARK_SESSION_MAX", max);
    }

    Duration idle() {
        return idle;
    }

    Duration max() {
        return max;
    }

    private static Duration requireWithin(String name, Duration value) {
        if (value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0) {
            throw new IllegalArgumentException(name + " " + value + " must be between " + MIN + " and P365D");
        }
        return value;
    }
}
