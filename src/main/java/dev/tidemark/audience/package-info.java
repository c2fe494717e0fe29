/**
 * Who is told: lists of recipients with their quiet hours, reminders, escalation and digest; and who wants no letters.
 * Not: what is told (alert), how it arrives (delivery). Door: {@code Audience}.
 */
package dev.tidemark.audience;
