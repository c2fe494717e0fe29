/**
 * Reliable delivery of notifications: the outbox, and the channels (e-mail, webhooks) that deliver from it.
 * Not: the decision to notify (incident). Entry point: {@code Outbox}.
 */
package dev.tidemark.alerting.notification;
