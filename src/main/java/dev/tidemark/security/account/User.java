package dev.tidemark.security.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A user account.
 *
 * @param changed when the password was last set
 * @param signedIn when they last signed in; empty for never
 */
public record User(String name, Role role, Instant created, Instant changed, Optional<Instant> signedIn) {}
