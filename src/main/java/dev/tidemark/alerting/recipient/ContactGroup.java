package dev.tidemark.alerting.recipient;

import dev.tidemark.config.maintenance.CalendarRecurrence;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A contact group. Probes refer to it under {@code notify} as {@code list:id}.
 *
 * @param name 1 to 100 characters
 * @param members addresses and webhooks, each once
 * @param quietHours quiet hours; notifications of incidents that are still open afterwards are sent then
 * @param remindEvery interval of reminders of open incidents, at least five minutes
 * @param escalation of incidents that are not acknowledged
 * @param digest the schedule of the digest
 */
public record ContactGroup(
        String id,
        String name,
        List<String> members,
        Optional<CalendarRecurrence> quietHours,
        Optional<Duration> remindEvery,
        Optional<Escalation> escalation,
        Optional<DigestSchedule> digest) {

    /** The id of the contact group of the administrators: notified of monitor failures, and in place of unknown groups. */
    public static final String ADMINISTRATORS = "operators";

    private static final Duration MIN_REMINDER_INTERVAL = Duration.ofMinutes(5);
    private static final int MAX_NAME_LENGTH = 100;

    public ContactGroup {
        new ProbeId(id);
        members = members.stream().distinct().toList();
        validName(name);
        remindEvery.ifPresent(ContactGroup::validReminder);
    }

    static String validName(String name) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new InvalidValueException("validation.name.length", MAX_NAME_LENGTH);
        }
        return name;
    }

    static Duration validReminder(Duration interval) {
        if (interval.compareTo(MIN_REMINDER_INTERVAL) < 0) {
            throw new InvalidValueException("validation.remindEvery.range", interval, MIN_REMINDER_INTERVAL);
        }
        return interval;
    }

    /** The end of the quiet hours at an instant; empty outside of quiet hours. */
    public Optional<Instant> quietUntil(Instant now) {
        return quietHours.flatMap(hours -> hours.within(new Interval(now, now.plusMillis(1))).stream()
                .filter(one -> one.contains(now))
                .map(Interval::to)
                .max(Instant::compareTo));
    }
}
