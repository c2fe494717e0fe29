/**
 * The events of a probe in an interval: annotations, maintenance, incidents.
 * Does not store them (storage, config, alerting). Entry point: {@code ProbeTimeline}.
 */
package dev.tidemark.reporting.timeline;
