/**
 * Sign-in with OpenID Connect: authorization code flow with PKCE, roles by groups, sign-out at the provider.
 * Does not store users (account) or sessions (auth). Entry point: {@code /login/oidc}.
 */
package dev.tidemark.security.oidc;
