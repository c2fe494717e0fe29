package dev.tidemark.alerting.recipient;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.maintenance.CalendarRecurrence;
import dev.tidemark.config.maintenance.CalendarRecurrenceReader;
import dev.tidemark.config.reader.LabelReader;
import dev.tidemark.config.writer.MaskedRecipient;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a contact group from JSON. */
final class ContactGroupReader {

    private final ValidationErrors faults;
    private final List<String> stored;

    ContactGroupReader(ValidationErrors faults) {
        this(faults, List.of());
    }

    /** @param stored the current members; masked webhooks refer to them */
    ContactGroupReader(ValidationErrors faults, List<String> stored) {
        this.faults = faults;
        this.stored = stored;
    }

    /** @param known the id, when the URL contains it */
    Optional<ContactGroup> json(String text, Optional<String> known) {
        return JsonDocument.section(text, faults, LocalizedMessage.of("validation.contactGroup.notAMapping"))
                .flatMap(section -> list(section, known))
                .filter(list -> faults.isEmpty());
    }

    private Optional<ContactGroup> list(MappingReader section, Optional<String> known) {
        boolean named = known.isPresent() || section.has("id");
        Optional<String> id = known.or(() -> section.text("id"))
                .flatMap(slug -> faults.attempt(section.placeOf("id"), () -> new ProbeId(slug).slug()));
        section.pass(Set.of("id"));
        Optional<String> name = section.made("name", ContactGroup::checkedName).or(() -> id);
        List<String> members = section.each("members", this::member);
        Optional<CalendarRecurrence> quiet = section.section("quiet").flatMap(this::quiet);
        Optional<Duration> remindEvery = section.span("remindEvery")
                .flatMap(span ->
                        faults.attempt(section.placeOf("remindEvery"), () -> ContactGroup.checkedReminder(span)));
        Optional<Escalation> escalation = escalation(section);
        Optional<DigestSchedule> digest = new DigestScheduleReader(section).read(quiet);
        section.end();
        if (!named) {
            faults.add(section.place(), LocalizedMessage.of("validation.id.missingContactGroup"));
        }
        return id.flatMap(slug -> faults.attempt(
                section.place(),
                () -> new ContactGroup(slug, name.orElseThrow(), members, quiet, remindEvery, escalation, digest)));
    }

    private Optional<CalendarRecurrence> quiet(MappingReader section) {
        Optional<CalendarRecurrence> hours = new CalendarRecurrenceReader(faults).read(section);
        section.end();
        return hours;
    }

    private Optional<Escalation> escalation(MappingReader section) {
        Optional<Duration> after = section.span("escalateAfter");
        Optional<String> to = section.text("escalateTo");
        if (section.has("escalateAfter") != section.has("escalateTo")) {
            faults.add(section.place(), LocalizedMessage.of("validation.escalateAfter.incomplete"));
        }
        return after.flatMap(span ->
                to.flatMap(list -> faults.attempt(section.placeOf("escalateAfter"), () -> new Escalation(span, list))));
    }

    private String member(String text) {
        if (text.startsWith("list:")) {
            throw new InvalidValueException("validation.members.group", text);
        }
        return LabelReader.recipient(MaskedRecipient.restore(text, stored));
    }
}
