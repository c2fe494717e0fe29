/**
 * Attachments of e-mails: the chart of the last 24 hours, recent changes, signed links.
 * Not: delivery (delivery). Implements delivery's {@code Enclosures}.
 */
package dev.tidemark.reporting.attachment;
