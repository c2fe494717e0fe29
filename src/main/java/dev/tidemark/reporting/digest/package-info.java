/**
 * Daily and weekly digests of the probes of a contact group.
 * Does not own their schedules and recipients (alerting.recipient) or delivery. Entry point: {@code Digests}.
 */
package dev.tidemark.reporting.digest;
