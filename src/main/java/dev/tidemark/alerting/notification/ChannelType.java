package dev.tidemark.alerting.notification;

/** The type of channel that delivers a notification; it follows from the form of the recipient. */
enum ChannelType {
    MAIL,
    WEBHOOK;

    static ChannelType of(String recipient) {
        return recipient.contains("://") ? WEBHOOK : MAIL;
    }
}
