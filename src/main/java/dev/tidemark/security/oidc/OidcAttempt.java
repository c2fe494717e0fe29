package dev.tidemark.security.oidc;

import java.io.Serializable;

/**
 * A sign-in that has begun in a browser: what the response of the provider must match.
 *
 * @param verifier of PKCE (RFC 7636)
 * @param redirectUri where the provider sends the browser
 * @param back the path after signing in
 */
record OidcAttempt(String state, String nonce, String verifier, String redirectUri, String back)
        implements Serializable {}
