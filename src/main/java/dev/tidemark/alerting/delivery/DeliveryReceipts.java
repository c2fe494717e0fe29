package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notice;
import java.util.List;
import java.util.Optional;

/** Called after several notices were delivered in one message. */
@FunctionalInterface
public interface DeliveryReceipts {

    /**
     * @param notices at least two
     * @param shared what their probes have in common, as in the subject of the message
     */
    void deliveredTogether(List<Notice> notices, String recipient, Optional<String> shared);
}
