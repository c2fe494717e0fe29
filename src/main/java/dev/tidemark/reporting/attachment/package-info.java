/**
 * The attachments of notification e-mails: chart of the last 24 hours, recent changes, signed links.
 * Does not deliver them (alerting.notification). Entry point: its implementation of {@code Attachments}.
 */
package dev.tidemark.reporting.attachment;
