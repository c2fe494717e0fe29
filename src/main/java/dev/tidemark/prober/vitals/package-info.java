/**
 * Calculates Web Vitals from the performance entries of a page: collector script, observation, one file per metric.
 * Does not inject the script or receive its messages (browser). Entry points: {@code CollectorScript}, {@code
 * PageObservation}.
 */
package dev.tidemark.prober.vitals;
