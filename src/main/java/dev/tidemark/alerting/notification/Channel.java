package dev.tidemark.alerting.notification;

import java.util.List;
import java.util.Optional;

/** One way to bring letters to people. */
interface Channel {

    ChannelType medium();

    /** What has to be set before anything can be delivered this way; empty when nothing is missing. */
    Optional<String> missing();

    /** Whether several letters to one recipient may travel as one message. */
    boolean takesSeveral();

    /**
     * Returns when the other side has acknowledged the letters (at least one, all to one recipient), and only then.
     *
     * @return the other side's answer, in its own words
     */
    String deliver(List<Notification> letters) throws DeliveryException;
}
