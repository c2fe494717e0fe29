package dev.tidemark.security.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An API token without its secret, of which only the hash is stored.
 *
 * @param by the user who created it
 * @param used last use, to the minute; empty: never
 * @param expires the time from which it is rejected; empty: never
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

    /** The origin of a token. */
    public enum Origin {
        /** Generated at the first start. */
        FIRST,
        /** {@code TIDEMARK_API_TOKEN}: created at each start as long as it is set. */
        SETTING,
        /** A former value of {@code TIDEMARK_API_TOKEN}, valid until it is revoked. */
        FORMER,
        /** Created by a user, on the page or through the API. */
        MADE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A new token with its secret, which is shown only once. */
    public record NewToken(ApiToken token, String secret) {}

    public boolean isExpired(Instant now) {
        return expires.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** The name that actions with the token are attributed to; a token that no user created acts as the initial user. */
    public String actsAs() {
        return origin == Origin.MADE ? name : by;
    }
}
