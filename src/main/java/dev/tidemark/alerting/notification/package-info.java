/**
 * Notifications: what is sent to whom, in the outbox until it is delivered; links and layout of e-mails.
 * Not: the decision to notify (incident), the channels (delivery). Entry point: {@code Outbox}.
 */
package dev.tidemark.alerting.notification;
