package dev.tidemark.audience;

import java.time.Instant;

/**
 * A list that asks for a digest.
 *
 * @param since when the list was last changed: what was due before is not asked for
 */
public record DigestOrder(RecipientList list, DigestPlan plan, Instant since) {}
