/**
 * Digests: daily or weekly summaries of the probes of a contact group.
 * Not: schedules and recipients (recipient), delivery (notification). Entry point: {@code Digests}.
 */
package dev.tidemark.reporting.digest;
