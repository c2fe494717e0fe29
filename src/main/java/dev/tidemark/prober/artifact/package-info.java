/**
 * Artifacts of a sample: HAR file, filmstrip and screenshots, limited in size and without secrets.
 * Does not store them (storage) or capture frames (browser). Entry points: {@code HarFile}, {@code Filmstrip}.
 */
package dev.tidemark.prober.artifact;
