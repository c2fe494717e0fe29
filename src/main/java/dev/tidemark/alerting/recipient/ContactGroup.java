package dev.tidemark.alerting.recipient;

import dev.tidemark.config.maintenance.CalendarRecurrence;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Recipients with habits of their own. A probe names it under notify as {@code list:id}.
 *
 * @param members addresses and webhooks, each once
 * @param quiet when nothing is sent; what is still true afterwards is sent then
 * @param remindEvery how often members are told again of what is open
 * @param escalation whom else to tell when nobody acknowledges
 * @param digest when members are told how everything stands
 */
public record ContactGroup(
        String id,
        String name,
        List<String> members,
        Optional<CalendarRecurrence> quiet,
        Optional<Duration> remindEvery,
        Optional<Escalation> escalation,
        Optional<DigestSchedule> digest) {

    /** The list that hears of faults of the monitor itself, and of what would otherwise reach nobody. */
    public static final String OPERATORS = "operators";

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 100;

    public ContactGroup {
        new ProbeId(id);
        members = members.stream().distinct().toList();
        checkedName(name);
        remindEvery.ifPresent(ContactGroup::checkedReminder);
    }

    static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    static Duration checkedReminder(Duration span) {
        if (span.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("remindEvery " + span + " must be at least " + SHORTEST);
        }
        return span;
    }

    /** When the quiet hours end that are now; empty when there are none now. */
    public Optional<Instant> quietUntil(Instant now) {
        return quiet.flatMap(hours -> hours.within(new Interval(now, now.plusMillis(1))).stream()
                .filter(one -> one.covers(now))
                .map(Interval::to)
                .max(Instant::compareTo));
    }
}
