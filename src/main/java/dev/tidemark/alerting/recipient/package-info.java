/**
 * Recipients of notifications: contact groups with quiet hours, reminders, escalation and digests; unsubscribed addresses.
 * Not: what they are notified of (incident), delivery (notification). Entry points: {@code RecipientResolver}, and {@code
 * ContactGroups} to edit contact groups.
 */
package dev.tidemark.alerting.recipient;
