package dev.tidemark.alerting.notification;

/** By which way a letter goes; it follows from the recipient's form. */
enum ChannelType {
    MAIL,
    WEBHOOK;

    static ChannelType of(String recipient) {
        return recipient.contains("://") ? WEBHOOK : MAIL;
    }
}
