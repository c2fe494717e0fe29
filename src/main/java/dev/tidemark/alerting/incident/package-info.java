/**
 * Incidents: states of probes, transitions, notifications, and the log of why somebody was notified or not.
 * Not: verdicts on limits (budget), delivery (delivery). Entry points: {@code IncidentBook} to record runs, {@code Incidents}.
 */
package dev.tidemark.alerting.incident;
