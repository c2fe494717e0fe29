package dev.tidemark.web.probeform;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.scheduling.timetable.PlannedSchedule;
import dev.tidemark.scheduling.timetable.Timetable;
import dev.tidemark.web.support.TimeText;
import dev.tidemark.web.support.Viewer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The next runs of the schedule that is being edited.
 *
 * @param times in the zone of the viewer; empty if the schedule is invalid or has no further run
 * @param errors of the schedule, as when it is saved
 */
public record NextRuns(List<String> times, ZoneId zone, List<LocalizedMessage> errors) {

    /** The inputs that determine the next runs. */
    static final List<String> INPUTS = List.of("every", "cron", "zone", "locations", "slug", "name");

    private static final int SHOWN = 5;

    static NextRuns of(ProbeDraft draft, Viewer viewer) {
        ValidationErrors errors = new ValidationErrors();
        Optional<Cadence> cadence = PlannedSchedule.read(
                key -> Optional.of(draft.value(key).strip()).filter(text -> !text.isEmpty()), errors);
        TimeText text = viewer.times();
        List<String> times = cadence.stream()
                .flatMap(one ->
                        new Timetable(one, seed(draft)).between(text.now(), Timetable.WITHOUT_END, SHOWN).stream())
                .map(text::exact)
                .toList();
        return new NextRuns(
                times,
                viewer.zone(),
                errors.all().stream().map(ValidationError::detail).toList());
    }

    /** The offset of the probe, once it has a valid id; otherwise none. */
    private static int seed(ProbeDraft draft) {
        String id = draft.withGeneratedId().value("id");
        String location = JsonInput.spaceSeparated(draft.value("locations")).stream()
                .findFirst()
                .orElse(LocationName.DEFAULT.name());
        try {
            return Timetable.seed(new ProbeId(id), new LocationName(location));
        } catch (IllegalArgumentException incomplete) {
            return 0;
        }
    }
}
