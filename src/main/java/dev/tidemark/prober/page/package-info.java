/**
 * Prepares the page of a sample: a fresh context and page with the settings of the probe, and for probes with steps
 * a page of Playwright, on which it executes them. Does not observe the page or determine its outcome (browser).
 * Entry point: {@code PageSession}.
 */
package dev.tidemark.prober.page;
