/**
 * Authentication and authorization of pages and API: sign-in page, sessions, tokens, security headers.
 * Does not store users and tokens (account). Entry points: {@code Sessions}, {@code PasswordVerifier}.
 */
package dev.tidemark.security.auth;
