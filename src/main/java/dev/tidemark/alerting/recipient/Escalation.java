package dev.tidemark.alerting.recipient;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;

/**
 * The escalation of incidents that are not acknowledged.
 *
 * @param after time since the incident was opened, longer than zero
 * @param to the id of the contact group to notify
 */
public record Escalation(Duration after, String to) {
    public Escalation {
        if (after.isNegative() || after.isZero()) {
            throw new InvalidValueException("validation.escalateAfter.range", after);
        }
    }
}
