/**
 * Users with a role, API tokens with a scope, their hashes, and the initial user and token.
 * Does not decide what a request requires (auth). Entry points: {@code Accounts}, {@code Users}, {@code ApiTokens}.
 */
package dev.tidemark.security.account;
