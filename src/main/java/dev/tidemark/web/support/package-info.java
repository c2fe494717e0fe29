/**
 * What all pages share: clean addresses, headers, caching, files with fingerprints, times in the viewer's zone.
 * Not: what a page shows (dashboard). Doors: {@code Assets}, {@code Viewer}, {@code NotFound}.
 */
package dev.tidemark.web.support;
