package dev.tidemark.alerting.notification;

/**
 * Numbers of undelivered notifications.
 *
 * @param pending to be delivered or retried
 * @param failed given up
 */
public record UndeliveredNotifications(long pending, long failed) {}
