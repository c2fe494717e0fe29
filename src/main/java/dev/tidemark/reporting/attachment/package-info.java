/**
 * Attachments of e-mails: the chart of the last 24 hours, recent changes, signed links.
 * Not: delivery (notification). Entry point: {@code AttachmentBuilder}, which implements {@code Attachments}.
 */
package dev.tidemark.reporting.attachment;
