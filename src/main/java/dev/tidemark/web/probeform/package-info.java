/**
 * The form of a probe: converts inputs to the JSON of a definition, and validation errors to inputs. Does not validate
 * ({@code config.reader}) or store probes ({@code config.catalog}). Entry point: {@code ProbeFormPage}.
 */
package dev.tidemark.web.probeform;
