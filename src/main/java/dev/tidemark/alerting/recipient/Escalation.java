package dev.tidemark.alerting.recipient;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;

/**
 * Whom else to tell when an incident is open for so long and nobody has acknowledged it.
 *
 * @param to the id of the other list
 */
public record Escalation(Duration after, String to) {
    public Escalation {
        if (after.isNegative() || after.isZero()) {
            throw new InvalidValueException("validation.escalateAfter.range", after);
        }
    }
}
