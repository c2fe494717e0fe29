/**
 * The probe: target, schedule, limits and recipients, as values that validate themselves.
 * Does not read, write or store them (config). Entry point: {@code Probe}.
 */
package dev.tidemark.model.probe;
