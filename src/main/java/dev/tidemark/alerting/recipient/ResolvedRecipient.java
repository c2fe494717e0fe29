package dev.tidemark.alerting.recipient;

import java.time.Instant;
import java.util.Optional;

/**
 * A recipient of a notification.
 *
 * @param group the contact group that it belongs to; empty when the probe names the address itself
 * @param subscribed false after it has unsubscribed
 */
public record ResolvedRecipient(String address, Optional<ContactGroup> group, boolean subscribed) {

    /** The end of the quiet hours at an instant; empty outside of quiet hours. */
    public Optional<Instant> quietUntil(Instant now) {
        return group.flatMap(one -> one.quietUntil(now));
    }
}
