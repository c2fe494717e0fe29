/**
 * The page that lists, creates and deletes annotations.
 * Does not store them ({@code storage.marker}). Entry point: {@code AnnotationsPage}.
 */
package dev.tidemark.web.annotation;
