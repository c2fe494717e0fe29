package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.Notification;
import java.util.List;
import java.util.Optional;

/** Delivers notifications of one {@link ChannelType}. */
interface Channel {

    ChannelType type();

    /** Which setting is missing or invalid, as a sentence; empty when the channel is ready. */
    Optional<String> configurationError();

    /** Whether several notifications to one recipient may share a message. */
    boolean supportsGrouping();

    /**
     * Returns only after the receiving server has accepted the notifications.
     *
     * @param notifications at least one, all to the same recipient
     * @return the answer of the receiving server
     */
    String deliver(List<Notification> notifications) throws DeliveryException;
}
