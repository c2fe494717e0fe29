/**
 * Who may do what: the first user and token, signing in, sessions, and the guard in front of pages and API.
 * Not: what the pages show. Door: {@code Accounts}.
 */
package dev.tidemark.access;
