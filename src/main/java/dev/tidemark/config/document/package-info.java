/**
 * Ground: a YAML or JSON text as a tree that knows where each value stands, and all faults found in it at once.
 * Not: what the keys mean (definition). Doors: {@code YamlDocument}, {@code JsonDocument}, {@code Section}.
 */
package dev.tidemark.config.document;
