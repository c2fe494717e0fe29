/**
 * Incidents: the state of each probe and location, its transitions, and the log of notification decisions.
 * Does not evaluate limits (analysis) or deliver notifications (notification). Entry points: {@code IncidentTracker}, {@code
 * IncidentReader}.
 */
package dev.tidemark.alerting.incident;
