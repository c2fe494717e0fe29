/**
 * What a page says of itself while it loads, and the numbers that follow: collector script, observation, one file per metric.
 * Not: how the script gets into the page or who listens (browser). Door: {@code CollectorScript}, {@code PageObservation}.
 */
package dev.tidemark.prober.vitals;
