package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/** When a probe runs. */
public sealed interface Cadence {

    /** Every so often, from 10 seconds to 31 days, at an offset of the probe's own within the span. */
    record Every(Duration span) implements Cadence {
        public Every {
            Objects.requireNonNull(span, "span");
            if (span.compareTo(Duration.ofSeconds(10)) < 0 || span.compareTo(Duration.ofDays(31)) > 0) {
                throw new InvalidValueException("validation.every.range", span);
            }
        }
    }

    /** A cron expression (five fields, or Quartz's six or seven) in a zone. */
    record Cron(String expression, ZoneId zone) implements Cadence {
        public Cron {
            Objects.requireNonNull(expression, "expression");
            Objects.requireNonNull(zone, "zone");
            CronSyntax.quartz(expression, 0);
        }

        /**
         * The six or seven fields that Quartz reads; five fields get weekdays by name.
         *
         * @param second of the minute that five fields mean, 0 to 59
         */
        public String quartzExpression(int second) {
            return CronSyntax.quartz(expression, second);
        }
    }
}
