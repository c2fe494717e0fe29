/**
 * Incidents: states of probes, transitions, notifications, and the log of why somebody was notified or not.
 * Not: verdicts of limits (budget), delivery (notification). Entry points: {@code IncidentTracker} to record runs, {@code
 * IncidentReader}.
 */
package dev.tidemark.alerting.incident;
