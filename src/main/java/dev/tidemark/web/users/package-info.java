/**
 * Pages and resources for users, tokens, and one's own password. Does not store them ({@code security.account}) or
 * authenticate ({@code security.auth}). Entry points: {@code UserResource}, {@code TokenResource}, {@code UsersPage}.
 */
package dev.tidemark.web.users;
