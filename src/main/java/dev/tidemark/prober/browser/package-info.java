/**
 * Takes samples in Chromium: launches, observes, collects, classifies the outcome and captures artifacts.
 * Does not schedule checks or store results. Entry point: {@code BrowserProber}.
 */
package dev.tidemark.prober.browser;
