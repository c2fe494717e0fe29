/**
 * What is kept of a sample beside its numbers: the HAR file and the film, bounded and without secrets.
 * Not: where they are kept (history), how pictures come out of the browser. Door: {@code HarFile}, {@code Film}.
 */
package dev.tidemark.prober.artifact;
