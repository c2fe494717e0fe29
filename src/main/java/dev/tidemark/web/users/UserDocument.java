package dev.tidemark.web.users;

import dev.tidemark.security.account.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user as JSON.
 *
 * @param issuer the OpenID provider that the user signs in at; absent for a user with a password
 * @param secondFactor whether signing in requires a code of an authenticator app
 * @param password only in the response that generated it
 * @param note a side effect that the caller may not expect
 */
public record UserDocument(
        String name,
        String role,
        Instant createdAt,
        Instant passwordChangedAt,
        Optional<Instant> signedInAt,
        boolean secondFactor,
        Optional<String> issuer,
        Optional<String> password,
        Optional<String> note) {

    /**
     * A page of users by name.
     *
     * @param next cursor of the following page; absent on the last page
     */
    public record UserList(List<UserDocument> items, Optional<String> next) {}

    static UserDocument of(User user, boolean secondFactor) {
        return of(user, secondFactor, Optional.empty(), Optional.empty());
    }

    static UserDocument of(User user, boolean secondFactor, Optional<String> password, Optional<String> note) {
        return new UserDocument(
                user.name(),
                user.role().label(),
                user.created(),
                user.changed(),
                user.signedIn(),
                secondFactor,
                user.issuer(),
                password,
                note);
    }
}
