package dev.tidemark.web.dashboard;

import dev.tidemark.model.result.RunId;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.run.RunRow;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a page has read of the database anyway, and what tells whether pictures that were drawn before are still right: by whichever
 * node a run was written.
 *
 * @param endedRuns the newest runs that are over
 */
record ChartCacheKey(List<RunId> endedRuns, List<TimelineEvent> events) {

    ChartCacheKey {
        endedRuns = List.copyOf(endedRuns);
        events = List.copyOf(events);
    }

    static ChartCacheKey of(List<RunRow> newest, List<TimelineEvent> happened) {
        return new ChartCacheKey(
                newest.stream()
                        .map(RunRow::run)
                        .filter(run -> run.outcome().isPresent())
                        .map(Run::id)
                        .toList(),
                happened);
    }

    /** What lasts still ends now, which is another instant each time: a range moves by the minute too. */
    ChartCacheKey truncatedToMinutes() {
        return new ChartCacheKey(
                endedRuns,
                events.stream().map(ChartCacheKey::truncatedToMinutes).toList());
    }

    private static TimelineEvent truncatedToMinutes(TimelineEvent one) {
        return new TimelineEvent(
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
