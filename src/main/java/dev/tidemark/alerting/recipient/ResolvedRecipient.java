package dev.tidemark.alerting.recipient;

import java.time.Instant;
import java.util.Optional;

/**
 * An address that shall be told.
 *
 * @param list through which it was named; none when notify names the address itself
 * @param subscribed false when it wants no letters
 */
public record ResolvedRecipient(String address, Optional<ContactGroup> list, boolean subscribed) {

    public Optional<Instant> quietUntil(Instant now) {
        return list.flatMap(one -> one.quietUntil(now));
    }
}
