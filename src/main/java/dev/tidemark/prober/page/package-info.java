/**
 * Prepares the page of a sample: a new context with the settings of the probe, and the execution of steps.
 * Does not observe the page or determine its outcome (browser). Entry point: {@code PageSession}.
 */
package dev.tidemark.prober.page;
