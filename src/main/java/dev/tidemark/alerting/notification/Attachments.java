package dev.tidemark.alerting.notification;

/** Finds what to put into a mail; it must not fail, because a letter without a picture is better than none. */
@FunctionalInterface
public interface Attachments {

    /** @param letter the first of those that travel together; the only one when {@code alone} */
    AttachedContent of(Notification letter, boolean alone);
}
