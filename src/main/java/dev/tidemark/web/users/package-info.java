/**
 * Pages and API for users and tokens, and the page for one's own password.
 * Does not store (security.account) or authenticate them (security.auth). Entry points: the pages and resources.
 */
package dev.tidemark.web.users;
