/**
 * Writes probes as maps, JSON and YAML: complete for the database, with masked secrets for the API; differences.
 * Does not read them (definition). Entry points: {@code ProbeWriter}, {@code SecretKeeper}, {@code Difference}.
 */
package dev.tidemark.config.writer;
