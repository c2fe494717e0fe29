/**
 * Users with a role, tokens with a scope, their hashed secrets, and the first user and token.
 * What a request requires is up to access. Entry points: {@code Accounts}, {@code Users}, {@code Tokens}.
 */
package dev.tidemark.security.account;
