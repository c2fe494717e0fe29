/**
 * The form for a probe: converts its inputs to a JSON definition, and assigns errors to inputs.
 * Does not validate ({@code config.reader}) or store definitions (config.catalog). Entry point: the page.
 */
package dev.tidemark.web.probeform;
