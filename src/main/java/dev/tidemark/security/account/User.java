package dev.tidemark.security.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A user account.
 *
 * @param changed when the password was last set
 * @param signedIn last sign-in; empty: never
 * @param issuer the OpenID provider that the user signs in at; empty for a user with a password
 */
public record User(
        String name,
        Role role,
        Instant created,
        Instant changed,
        Optional<Instant> signedIn,
        Optional<String> issuer) {}
