/**
 * Writes probes as maps, JSON and YAML: complete for the database, with masked secrets for the API; differences.
 * Does not read them ({@code config.reader}). Entry points: {@code ProbeWriter}, {@code SecretRestorer}, {@code
 * ProbeDifference}.
 */
package dev.tidemark.config.writer;
