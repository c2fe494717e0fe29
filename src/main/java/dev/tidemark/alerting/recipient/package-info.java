/**
 * Recipients: contact groups with quiet hours, reminders, escalation and digests; unsubscribed addresses.
 * Does not decide what to notify of (incident) or deliver it (notification). Entry points: {@code RecipientResolver}, {@code
 * ContactGroups}.
 */
package dev.tidemark.alerting.recipient;
