package dev.tidemark.alerting.notification;

/** Letters that have not arrived: those that are still tried, and those that were given up. */
public record UndeliveredNotifications(long waiting, long dead) {}
