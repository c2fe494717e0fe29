package dev.tidemark.model.probe;

import dev.tidemark.model.schedule.CronSchedule;
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

    /** A cron expression (five fields, six or seven as in Quartz, or a name such as {@code @daily}) in a time zone. */
    record Cron(String expression, ZoneId zone) implements Cadence {
        public Cron {
            Objects.requireNonNull(expression, "expression");
            Objects.requireNonNull(zone, "zone");
            new CronSchedule(expression, zone, 0);
        }

        /** @param second the second of the minute for expressions without seconds, 0 to 59 */
        public CronSchedule schedule(int second) {
            return new CronSchedule(expression, zone, second);
        }
    }
}
