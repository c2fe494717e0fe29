/**
 * Parses YAML and JSON into a tree with the position of every value, and collects all errors.
 * What the keys mean is up to definition. Entry points: {@code YamlDocument}, {@code JsonDocument}, {@code Section}.
 */
package dev.tidemark.config.document;
