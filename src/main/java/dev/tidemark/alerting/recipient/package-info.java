/**
 * Who is told: lists of recipients with their quiet hours, reminders, escalation and digest; and who wants no letters.
 * Not: what is told (alert), how it arrives (delivery). Doors: {@code Audience} to be asked,
 * {@code Lists} to change lists.
 */
package dev.tidemark.alerting.recipient;
