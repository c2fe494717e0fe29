/**
 * Authentication and authorization of pages and API: sign-in page, sessions, tokens, security headers.
 * Users and tokens are stored by account. Entry points: {@code Sessions}, {@code LoginAttempts}.
 */
package dev.tidemark.security.auth;
