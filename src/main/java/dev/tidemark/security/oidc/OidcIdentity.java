package dev.tidemark.security.oidc;

import java.util.Set;

/**
 * A user as the provider vouches for it.
 *
 * @param subject never changes and is never reused, unlike names
 * @param name a valid name of a user
 * @param idToken identifies the session at the provider, to sign out of it
 */
record OidcIdentity(String issuer, String subject, String name, Set<String> groups, String idToken) {}
