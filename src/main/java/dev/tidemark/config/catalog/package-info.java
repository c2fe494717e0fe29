/**
 * Stores the probe definitions, from the API and from files of the probes directory.
 * Does not parse (definition) or schedule them (schedule). Entry point: {@code ProbeCatalog}.
 */
package dev.tidemark.config.catalog;
