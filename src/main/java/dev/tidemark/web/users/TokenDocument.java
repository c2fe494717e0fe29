package dev.tidemark.web.users;

import dev.tidemark.security.account.ApiToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as JSON.
 *
 * @param origin first (created at the first start), setting ({@code TIDEMARK_API_TOKEN}), former (previous value of
 *     the setting) or made (created by a user)
 * @param lastUsedAt to the minute
 * @param token the secret, only in the response that created it
 * @param note a side effect that the caller may not expect
 */
public record TokenDocument(
        String id,
        String name,
        String scope,
        String origin,
        Instant createdAt,
        String createdBy,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Optional<String> token,
        Optional<String> note) {

    /**
     * A page of tokens by name.
     *
     * @param next cursor of the following page; absent on the last page
     */
    public record TokenList(List<TokenDocument> items, Optional<String> next) {}

    static TokenDocument of(ApiToken token) {
        return of(token, Optional.empty(), Optional.empty());
    }

    static TokenDocument of(ApiToken token, Optional<String> secret, Optional<String> note) {
        return new TokenDocument(
                token.id().toString(),
                token.name(),
                token.scope().label(),
                token.origin().label(),
                token.created(),
                token.by(),
                token.used(),
                token.expires(),
                secret,
                note);
    }
}
