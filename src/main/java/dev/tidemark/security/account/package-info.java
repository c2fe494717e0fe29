/**
 * Who there is and what they may: users with a role, tokens with a scope, the first of both, and how their secrets are kept.
 * Not: what a request needs; that is for access. Doors: {@code Accounts}, {@code Users}, {@code Tokens}.
 */
package dev.tidemark.security.account;
