/**
 * The probe: target, schedule, profile, limits and recipients, as values that validate themselves.
 * Does not read (definition) or store them (catalogue). Entry point: {@code Probe}.
 */
package dev.tidemark.model.probe;
