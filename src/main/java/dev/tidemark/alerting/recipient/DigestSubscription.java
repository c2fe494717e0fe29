package dev.tidemark.alerting.recipient;

import java.time.Instant;

/**
 * A contact group with a digest.
 *
 * @param since when the group was last changed; digests that were due before are not sent
 */
public record DigestSubscription(ContactGroup group, DigestSchedule schedule, Instant since) {}
