package dev.tidemark.model.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The instants of a cron expression in a time zone. When the clock is turned, no time is lost:
 *
 * <ul>
 *   <li>A wall-clock time that is skipped counts when the old clock would have shown it: 02:30 becomes 03:30.
 *   <li>Of a wall-clock time that occurs twice, the first occurrence counts. If the hour has a wildcard or a step, the expression means
 *       a rate, which follows elapsed time: both occurrences count, and the old clock counts too for as long as times are repeated.
 * </ul>
 *
 * <p>Several times at the same instant are one. As in
 * <a href="https://manpages.debian.org/bookworm/cron/cron.8.en.html">cron(8)</a>, where a skipped time runs right after the gap.
 */
public final class CronSchedule {

    /** Later than the last year of cron expressions in every zone. */
    private static final Instant END = Instant.parse("2100-01-02T00:00:00Z");

    private final CronPattern pattern;
    private final ZoneRules rules;

    /**
     * @param expression five fields, six or seven fields as in Quartz, or a name such as {@code @daily}
     * @param second the second of the minute for expressions without seconds, 0 to 59
     * @throws dev.tidemark.platform.i18n.InvalidValueException with the error and its position
     */
    public CronSchedule(String expression, ZoneId zone, int second) {
        this.pattern = new CronPattern(CronSyntax.fields(expression, second));
        this.rules = zone.getRules();
    }

    /** The first instant later than the given one; empty when there is none until the year 2099. */
    public Optional<Instant> after(Instant instant) {
        Instant from = instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        while (from.isBefore(END)) {
            ZoneOffsetTransition next = rules.nextTransition(from);
            Optional<Instant> found = between(from, next == null ? Instant.MAX : next.getInstant());
            if (found.isPresent() || next == null) {
                return found;
            }
            from = next.getInstant();
        }
        return Optional.empty();
    }

    /** @param end no later than the next clock change */
    private Optional<Instant> between(Instant from, Instant end) {
        Optional<ZoneOffsetTransition> change = Optional.ofNullable(rules.previousTransition(from.plusNanos(1)));
        return Stream.concat(
                        byPresentClock(from, change).stream(), change.flatMap(last -> byOldClock(from, last)).stream())
                .filter(found -> found.isBefore(end))
                .min(Instant::compareTo);
    }

    private Optional<Instant> byPresentClock(Instant from, Optional<ZoneOffsetTransition> change) {
        ZoneOffset offset = rules.getOffset(from);
        LocalDateTime time = LocalDateTime.ofEpochSecond(from.getEpochSecond(), 0, offset);
        return change.filter(last -> last.isOverlap() && !pattern.repeatsHourly())
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .filter(time::isBefore)
                .or(() -> Optional.of(time))
                .flatMap(pattern::from)
                .map(found -> found.toInstant(offset));
    }

    private Optional<Instant> byOldClock(Instant from, ZoneOffsetTransition change) {
        Duration shift = change.getDuration().abs();
        LocalDateTime time = LocalDateTime.ofEpochSecond(from.getEpochSecond(), 0, change.getOffsetBefore());
        return Optional.of(time)
                .filter(unused -> change.isGap() || pattern.repeatsHourly() && pattern.goesAroundTheClock())
                .filter(start -> start.isBefore(change.getDateTimeBefore().plus(shift)))
                .flatMap(pattern::from)
                .filter(found -> found.isBefore(change.getDateTimeBefore().plus(shift)))
                .map(found -> found.toInstant(change.getOffsetBefore()))
                .filter(found -> change.isGap()
                        || pattern.includes(LocalDateTime.ofInstant(found, change.getOffsetAfter())
                                .toLocalDate()));
    }
}
