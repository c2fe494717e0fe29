package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/** The schedule of a probe. */
public sealed interface Cadence {

    /** A fixed interval from 10 seconds to 31 days; each probe has its own offset within the interval. */
    record Every(Duration span) implements Cadence {
        public Every {
            Objects.requireNonNull(span, "span");
            if (span.compareTo(Duration.ofSeconds(10)) < 0 || span.compareTo(Duration.ofDays(31)) > 0) {
                throw new InvalidValueException("validation.every.range", span);
            }
        }
    }

    /** A cron expression (five fields, or six or seven as in Quartz) in a time zone. */
    record Cron(String expression, ZoneId zone) implements Cadence {
        public Cron {
            Objects.requireNonNull(expression, "expression");
            Objects.requireNonNull(zone, "zone");
            CronSyntax.quartz(expression, 0);
        }

        /**
         * The expression in the syntax of Quartz; the weekdays of five fields are converted to names.
         *
         * @param second the second of the minute for expressions with five fields, 0 to 59
         */
        public String quartzExpression(int second) {
            return CronSyntax.quartz(expression, second);
        }
    }
}
