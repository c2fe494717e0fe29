package dev.tidemark.alerting.notification;

import java.util.List;
import java.util.Optional;

/** Hears which notices reached somebody in one message. */
@FunctionalInterface
public interface DeliveryReceipts {

    /**
     * @param notices two or more
     * @param shared what their probes have in common, as the message says it
     */
    void together(List<Notice> notices, String recipient, Optional<String> shared);
}
