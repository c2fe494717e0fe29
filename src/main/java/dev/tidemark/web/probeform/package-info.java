/**
 * A definition as a form: what is typed becomes the JSON that definition reads, its faults go back to their fields.
 * Not: what is right (definition), where it is kept (catalogue). Door: the view bean {@code probeFormPage}.
 */
package dev.tidemark.web.probeform;
