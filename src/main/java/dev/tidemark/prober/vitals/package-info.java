/**
 * Computes Web Vitals from the performance entries of a page: collector script, one class per metric.
 * Does not inject the script or receive its messages (browser). Entry points: {@code CollectorScript}, {@code
 * VitalsCalculator}.
 */
package dev.tidemark.prober.vitals;
