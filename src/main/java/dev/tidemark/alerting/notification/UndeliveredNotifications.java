package dev.tidemark.alerting.notification;

/**
 * Numbers of undelivered notifications.
 *
 * @param waiting still to be delivered or retried
 * @param dead given up
 */
public record UndeliveredNotifications(long waiting, long dead) {}
