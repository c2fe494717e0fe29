package dev.tidemark.security.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a script shows to be let in; without its secret, which nobody here knows.
 *
 * @param by who made it
 * @param used when it was last used, to the minute; empty for never
 * @param expires from when on it opens nothing; empty for never
 */
public record ApiToken(
        UUID id,
        String name,
        TokenScope scope,
        Origin origin,
        Instant created,
        String by,
        Optional<Instant> used,
        Optional<Instant> expires) {

    /** Where it comes from. */
    public enum Origin {
        /** Made up at the first start. */
        FIRST,
        /** {@code TIDEMARK_API_TOKEN}: it comes back at each start, as long as it is set. */
        SETTING,
        /** A former value of {@code TIDEMARK_API_TOKEN}, which holds until it is revoked. */
        FORMER,
        /** Created by a user, on the page or through the API. */
        MADE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A token, and the secret that is shown once. */
    public record NewToken(ApiToken token, String secret) {}

    public boolean isExpired(Instant now) {
        return expires.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** As whom a script acts that has it: one that nobody made by hand is the first user's. */
    public String actsAs() {
        return origin == Origin.MADE ? name : by;
    }
}
