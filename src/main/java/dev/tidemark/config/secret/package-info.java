/**
 * Secrets by name, from the database and from settings. Owns their values; does not know who refers to them. Entry point:
 * {@code SecretStore}.
 */
package dev.tidemark.config.secret;
