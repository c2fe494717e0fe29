/**
 * Takes samples in Chromium: launches, observes, collects, classifies the outcome and captures artifacts. Does not
 * schedule (scheduling) or store results (storage). Entry point: {@code BrowserProber}.
 */
package dev.tidemark.prober.browser;
