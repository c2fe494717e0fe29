/**
 * Takes samples in Chromium: launches, observes, collects, classifies the outcome and captures artifacts. Does not
 * schedule (schedule) or store results (history). Entry point: {@code Laboratory}.
 */
package dev.tidemark.prober.browser;
