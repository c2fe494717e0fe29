/**
 * Recipients of notifications: contact groups with quiet hours, reminders, escalation and digests; unsubscribed addresses.
 * Not: what they are notified of (alert), delivery (delivery). Entry points: {@code Audience} to resolve recipients,
 * {@code Lists} to edit contact groups.
 */
package dev.tidemark.alerting.recipient;
