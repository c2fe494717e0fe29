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
import java.util.function.Consumer;

/** Reads a contact group from JSON. */
final class ContactGroupReader {

    private final ValidationErrors errors;
    private final List<String> stored;
    private final Consumer<String> check;

    ContactGroupReader(ValidationErrors errors) {
        this(errors, List.of(), member -> {});
    }

    /**
     * @param stored the current members; masked webhooks refer to them
     * @param check throws an InvalidValueException for a member that must not be saved
     */
    ContactGroupReader(ValidationErrors errors, List<String> stored, Consumer<String> check) {
        this.errors = errors;
        this.stored = stored;
        this.check = check;
    }

    /** @param idInUrl the id, when the URL contains it */
    Optional<ContactGroup> json(String member, Optional<String> idInUrl) {
        return JsonDocument.section(member, errors, LocalizedMessage.of("validation.contactGroup.notAMapping"))
                .flatMap(section -> group(section, idInUrl))
                .filter(group -> errors.isEmpty());
    }

    private Optional<ContactGroup> group(MappingReader section, Optional<String> idInUrl) {
        boolean named = idInUrl.isPresent() || section.has("id");
        Optional<String> id = idInUrl.or(() -> section.text("id"))
                .flatMap(groupId -> errors.tryCreate(section.placeOf("id"), () -> new ProbeId(groupId).slug()));
        section.ignore(Set.of("id"));
        Optional<String> name = section.parsed("name", ContactGroup::validName).or(() -> id);
        List<String> members = section.parsedItems("members", this::member);
        Optional<CalendarRecurrence> quietHours = section.section("quiet").flatMap(this::quietHours);
        Optional<Duration> remindEvery = section.duration("remindEvery")
                .flatMap(interval ->
                        errors.tryCreate(section.placeOf("remindEvery"), () -> ContactGroup.validReminder(interval)));
        Optional<Escalation> escalation = escalation(section);
        Optional<DigestSchedule> digest = new DigestScheduleReader(section).read(quietHours);
        section.rejectUnknownKeys();
        if (!named) {
            errors.add(section.place(), LocalizedMessage.of("validation.id.missingContactGroup"));
        }
        return id.flatMap(groupId -> errors.tryCreate(
                section.place(),
                () -> new ContactGroup(
                        groupId, name.orElseThrow(), members, quietHours, remindEvery, escalation, digest)));
    }

    private Optional<CalendarRecurrence> quietHours(MappingReader section) {
        Optional<CalendarRecurrence> hours = new CalendarRecurrenceReader(errors).read(section);
        section.rejectUnknownKeys();
        return hours;
    }

    private Optional<Escalation> escalation(MappingReader section) {
        Optional<Duration> after = section.duration("escalateAfter");
        Optional<String> to = section.text("escalateTo");
        if (section.has("escalateAfter") != section.has("escalateTo")) {
            errors.add(section.place(), LocalizedMessage.of("validation.escalateAfter.incomplete"));
        }
        return after.flatMap(interval -> to.flatMap(
                group -> errors.tryCreate(section.placeOf("escalateAfter"), () -> new Escalation(interval, group))));
    }

    private String member(String member) {
        if (member.startsWith("list:")) {
            throw new InvalidValueException("validation.members.group", member);
        }
        String recipient = LabelReader.recipient(MaskedRecipient.restore(member, stored));
        check.accept(recipient);
        return recipient;
    }
}
