package dev.tidemark.alerting.recipient;

import java.time.Instant;

/**
 * A list that asks for a digest.
 *
 * @param since when the list was last changed: what was due before is not asked for
 */
public record DigestSubscription(ContactGroup list, DigestSchedule plan, Instant since) {}
