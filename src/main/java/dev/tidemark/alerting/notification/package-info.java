/**
 * Letters that must arrive: the outbox, and the channels that deliver from it.
 * Not: why somebody is told (alert). Door: {@code Outbox}.
 */
package dev.tidemark.alerting.notification;
