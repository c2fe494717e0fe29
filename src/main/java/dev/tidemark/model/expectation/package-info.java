/**
 * What is expected of a response and read from it: status ranges, assertions, and the paths, patterns and selectors in them.
 * Validates its texts; does not evaluate responses (prober). Entry point: {@code HttpExpectation}.
 */
package dev.tidemark.model.expectation;
