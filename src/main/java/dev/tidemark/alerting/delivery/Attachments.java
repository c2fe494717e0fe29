package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notification;

/** Provides the attachments of an e-mail. It must not throw: an e-mail without a chart is better than none. */
@FunctionalInterface
public interface Attachments {

    /**
     * @param notification the first notification of the e-mail
     * @param single whether it is the only one
     */
    AttachedContent of(Notification notification, boolean single);
}
