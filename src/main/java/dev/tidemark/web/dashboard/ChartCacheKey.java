package dev.tidemark.web.dashboard;

import dev.tidemark.model.result.RunId;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.run.RunRow;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The state of the database on which drawn charts depend. It is read for the page anyway, and also covers runs written
 * by other nodes.
 *
 * @param endedRuns the newest runs that have ended
 * @param events events in the range of the page
 */
record ChartCacheKey(List<RunId> endedRuns, List<TimelineEvent> events) {

    ChartCacheKey {
        endedRuns = List.copyOf(endedRuns);
        events = List.copyOf(events);
    }

    static ChartCacheKey of(List<RunRow> newestRuns, List<TimelineEvent> events) {
        return new ChartCacheKey(
                newestRuns.stream()
                        .map(RunRow::run)
                        .filter(run -> run.outcome().isPresent())
                        .map(Run::id)
                        .toList(),
                events);
    }

    /** Ongoing events end now, which changes at every read; the range of a page moves by the minute, too. */
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
