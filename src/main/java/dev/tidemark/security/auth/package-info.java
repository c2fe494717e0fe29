/**
 * What a request needs: who calls, signing in, sessions, and the guard in front of pages and API.
 * Not: what the pages show, nor who there is. Doors: {@code Sessions}, {@code LoginAttempts}.
 */
package dev.tidemark.security.auth;
