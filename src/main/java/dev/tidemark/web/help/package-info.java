/**
 * Owns the manual inside the product: renders the Markdown files of the running version as pages under {@code /help}.
 * Does not write the manual ({@code src/site/markdown}). Entry point: {@code Manual}.
 */
package dev.tidemark.web.help;
