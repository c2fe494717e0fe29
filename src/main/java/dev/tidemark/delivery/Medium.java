package dev.tidemark.delivery;

/** By which way a letter goes; it follows from the recipient's form. */
enum Medium {
    MAIL,
    WEBHOOK;

    static Medium of(String recipient) {
        return recipient.contains("://") ? WEBHOOK : MAIL;
    }
}
