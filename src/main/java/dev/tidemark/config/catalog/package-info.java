/**
 * Stores probe definitions, watches the probes directory, and serves probes over HTTP.
 * Does not parse definitions ({@code config.reader}) or schedule probes (scheduling). Entry point: {@code ProbeCatalog}.
 */
package dev.tidemark.config.catalog;
