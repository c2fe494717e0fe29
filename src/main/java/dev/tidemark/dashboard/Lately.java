package dev.tidemark.dashboard;

import dev.tidemark.chronicle.Happening;
import dev.tidemark.history.Run;
import dev.tidemark.observation.RunId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a page has read of the database anyway, and what tells whether pictures that were drawn before are still right: by whichever
 * node a run was written.
 *
 * @param ended the newest runs that are over
 */
record Lately(List<RunId> ended, List<Happening> happened) {

    Lately {
        ended = List.copyOf(ended);
        happened = List.copyOf(happened);
    }

    static Lately of(List<RunRow> newest, List<Happening> happened) {
        return new Lately(
                newest.stream()
                        .map(RunRow::run)
                        .filter(run -> run.outcome().isPresent())
                        .map(Run::id)
                        .toList(),
                happened);
    }

    /** What lasts still ends now, which is another instant each time: a range moves by the minute too. */
    Lately toTheMinute() {
        return new Lately(ended, happened.stream().map(Lately::toTheMinute).toList());
    }

    private static Happening toTheMinute(Happening one) {
        return new Happening(
                one.at(),
                one.until().map(end -> end.truncatedTo(ChronoUnit.MINUTES)),
                one.kind(),
                one.title(),
                one.scope(),
                one.link(),
                one.by(),
                one.marker());
    }
}
