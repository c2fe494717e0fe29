/**
 * The form for a probe: converts its inputs to JSON for the reader, and assigns errors to inputs.
 * Does not validate (config.reader) or store definitions (config.catalog). Entry point: the page.
 */
package dev.tidemark.web.probeform;
