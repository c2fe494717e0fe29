/**
 * Delivery of notifications: the worker that claims them from the outbox, and the channels (e-mail, webhooks).
 * Not: the decision to notify (incident), storage (notification). Entry point: {@code DeliveryWorker}.
 */
package dev.tidemark.alerting.delivery;
