/**
 * Artifacts of a sample besides its metrics: HAR file and filmstrip, limited in size and without secrets. Does not
 * store them (storage) or capture frames (browser). Entry points: {@code HarFile}, {@code Filmstrip}.
 */
package dev.tidemark.prober.artifact;
