/**
 * The page that lists, adds and deletes annotations.
 * Does not store them (storage.marker). Entry point: the page.
 */
package dev.tidemark.web.annotation;
