/**
 * One sample in Chromium: launch, watch over, collect, classify the outcome, keep evidence.
 * Not: when (schedule), where results go (history). Door: {@code Laboratory}.
 */
package dev.tidemark.prober.browser;
