package dev.tidemark.audience;

import dev.tidemark.definition.Labels;
import dev.tidemark.document.Faults;
import dev.tidemark.document.JsonDocument;
import dev.tidemark.document.Section;
import dev.tidemark.maintenance.DaysReader;
import dev.tidemark.maintenance.OnDays;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.rendition.MaskedRecipient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a list from JSON. */
final class ListReader {

    private final Faults faults;
    private final List<String> stored;

    ListReader(Faults faults) {
        this(faults, List.of());
    }

    /** @param stored members that the list has now; what is masked means one of them */
    ListReader(Faults faults, List<String> stored) {
        this.faults = faults;
        this.stored = stored;
    }

    /** @param known the id, where the address says it */
    Optional<RecipientList> json(String text, Optional<String> known) {
        return JsonDocument.section(text, faults, "a list is a group of keys such as id, name and members")
                .flatMap(section -> list(section, known))
                .filter(list -> faults.isEmpty());
    }

    private Optional<RecipientList> list(Section section, Optional<String> known) {
        boolean named = known.isPresent() || section.has("id");
        Optional<String> id = known.or(() -> section.text("id"))
                .flatMap(slug -> faults.attempt(section.placeOf("id"), () -> new ProbeId(slug).slug()));
        section.pass(Set.of("id"));
        Optional<String> name = section.made("name", RecipientList::checkedName).or(() -> id);
        List<String> members = section.each("members", this::member);
        Optional<OnDays> quiet = section.section("quiet").flatMap(this::quiet);
        Optional<Duration> remindEvery = section.span("remindEvery")
                .flatMap(span ->
                        faults.attempt(section.placeOf("remindEvery"), () -> RecipientList.checkedReminder(span)));
        Optional<Escalation> escalation = escalation(section);
        Optional<DigestPlan> digest = new DigestReader(section).read(quiet);
        section.end();
        if (!named) {
            faults.add(section.place(), "id is missing; write one such as shop-team");
        }
        return id.flatMap(slug -> faults.attempt(
                section.place(),
                () -> new RecipientList(slug, name.orElseThrow(), members, quiet, remindEvery, escalation, digest)));
    }

    private Optional<OnDays> quiet(Section section) {
        Optional<OnDays> hours = new DaysReader(faults).read(section);
        section.end();
        return hours;
    }

    private Optional<Escalation> escalation(Section section) {
        Optional<Duration> after = section.span("escalateAfter");
        Optional<String> to = section.text("escalateTo");
        if (section.has("escalateAfter") != section.has("escalateTo")) {
            faults.add(section.place(), "escalateAfter and escalateTo belong together");
        }
        return after.flatMap(span ->
                to.flatMap(list -> faults.attempt(section.placeOf("escalateAfter"), () -> new Escalation(span, list))));
    }

    private String member(String text) {
        if (text.startsWith("list:")) {
            throw new IllegalArgumentException("member \"" + text + "\" is a list; name its members");
        }
        return Labels.recipient(MaskedRecipient.restore(text, stored));
    }
}
