package dev.tidemark.config.maintenance;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.InstantParser;
import dev.tidemark.platform.runtime.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a window from JSON: {@code from} and {@code until}, {@code start} with {@code weekdays} or {@code days}, or {@code
 * cron}.
 */
final class MaintenanceWindowReader {

    private static final Set<String> READ_ONLY_KEYS = Set.of("words", "openNow", "next", "changedAt", "changedBy");

    private final ValidationErrors errors;

    MaintenanceWindowReader(ValidationErrors errors) {
        this.errors = errors;
    }

    /** @param known the ID in the URL of the request, if any */
    Optional<MaintenanceWindow> json(String text, Optional<String> known) {
        return JsonDocument.section(text, errors, LocalizedMessage.of("validation.window.notAMapping"))
                .flatMap(section -> window(section, known))
                .filter(window -> errors.isEmpty());
    }

    private Optional<MaintenanceWindow> window(MappingReader section, Optional<String> known) {
        boolean named = known.isPresent() || section.has("id");
        Optional<String> id = known.or(() -> section.text("id"))
                .flatMap(slug -> errors.tryCreate(section.placeOf("id"), () -> new ProbeId(slug).slug()));
        section.ignore(Set.of("id"));
        section.ignore(READ_ONLY_KEYS);
        Optional<String> name =
                section.parsed("name", MaintenanceWindow::requireValidName).or(() -> id);
        Set<ProbeId> probes = new LinkedHashSet<>(section.parsedItems("probes", ProbeId::new));
        Set<String> tags = new LinkedHashSet<>(section.parsedItems("tags", String::strip));
        Optional<Recurrence> when = recurrence(section);
        section.rejectUnknownKeys();
        if (!named) {
            errors.add(section.place(), LocalizedMessage.of("validation.id.missingWindow"));
        }
        return id.flatMap(slug -> when.flatMap(times -> errors.tryCreate(
                section.place(),
                () -> new MaintenanceWindow(slug, name.orElseThrow(), new WindowScope(probes, tags), times))));
    }

    private Optional<Recurrence> recurrence(MappingReader section) {
        List<String> kinds = new ArrayList<>();
        for (String key : List.of("from", "start", "cron")) {
            if (section.has(key)) {
                kinds.add(key);
            }
        }
        if (kinds.size() != 1) {
            errors.add(section.place(), LocalizedMessage.of("validation.when.missing"));
            return Optional.empty();
        }
        return switch (kinds.get(0)) {
            case "from" -> once(section);
            case "start" -> new CalendarRecurrenceReader(errors).read(section).map(Recurrence.class::cast);
            default -> byCron(section);
        };
    }

    private Optional<Recurrence> once(MappingReader section) {
        Optional<Instant> from = section.parsed("from", InstantParser::parse);
        Optional<Instant> until = section.parsed("until", InstantParser::parse);
        if (!section.has("until")) {
            section.addError("until", LocalizedMessage.of("validation.until.missing"));
        }
        return from.flatMap(begin -> until.flatMap(end ->
                errors.tryCreate(section.placeOf("until"), () -> new SingleOccurrence(new Interval(begin, end)))));
    }

    private Optional<Recurrence> byCron(MappingReader section) {
        Optional<String> cron = section.text("cron");
        ZoneId zone = CalendarRecurrenceReader.zone(section);
        Optional<Duration> span = CalendarRecurrenceReader.length(section);
        return cron.flatMap(expression -> span.flatMap(length ->
                errors.tryCreate(section.placeOf("cron"), () -> new CronRecurrence(expression, length, zone))));
    }
}
