package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentNote;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An entry of the activity of an incident.
 *
 * @param author of a comment; empty for anything else
 */
public record ActivityEntry(Instant at, String author, LocalizedMessage text) {

    /** The opening, what was done and written since, and the end; newest first. */
    static List<ActivityEntry> of(Incident incident, List<IncidentNote> notes) {
        List<ActivityEntry> all = new ArrayList<>();
        all.add(new ActivityEntry(
                incident.openedAt(),
                "",
                LocalizedMessage.of("incident.activity.opened", incident.worst().inline())));
        notes.forEach(note -> all.add(
                new ActivityEntry(note.at(), note.author().orElse(""), LocalizedMessage.verbatim(note.line()))));
        incident.resolvedAt()
                .ifPresent(at -> all.add(new ActivityEntry(at, "", LocalizedMessage.of("incident.activity.resolved"))));
        all.sort(Comparator.comparing(ActivityEntry::at).reversed());
        return all;
    }
}
