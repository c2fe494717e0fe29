/**
 * Renders the manual of the running version as pages below {@code /help}.
 * Does not contain the text ({@code src/site/markdown}). Entry point: {@code Manual}.
 */
package dev.tidemark.web.help;
