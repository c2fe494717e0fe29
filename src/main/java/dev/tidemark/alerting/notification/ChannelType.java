package dev.tidemark.alerting.notification;

import dev.tidemark.model.probe.SecretReference;

/** The type of channel that delivers a notification; it follows from the form of the recipient. */
public enum ChannelType {
    MAIL,
    WEBHOOK;

    public static ChannelType of(String recipient) {
        return recipient.contains("://") || SecretReference.isWhole(recipient) ? WEBHOOK : MAIL;
    }
}
