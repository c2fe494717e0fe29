/**
 * The outbox, and delivery of notifications by e-mail and webhook.
 * Does not decide what to notify of (incident). Entry point: {@code Outbox}.
 */
package dev.tidemark.alerting.notification;
