/**
 * Parses YAML and JSON into a tree with the position of every value, and collects all errors.
 * Does not know which keys are valid. Entry points: {@code YamlDocument}, {@code JsonDocument}, {@code MappingReader}.
 */
package dev.tidemark.config.document;
