/**
 * Digests: daily or weekly summaries of the probes of a contact group.
 * Not: schedules and recipients (audience), delivery (delivery). Entry point: {@code Digests}.
 */
package dev.tidemark.reporting.digest;
