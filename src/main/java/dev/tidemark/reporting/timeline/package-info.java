/**
 * Events of a probe: deploys, notes, browser upgrades, maintenance, incidents.
 * Does not store them (marker, maintenance, incident). Entry point: {@code ProbeTimeline}.
 */
package dev.tidemark.reporting.timeline;
