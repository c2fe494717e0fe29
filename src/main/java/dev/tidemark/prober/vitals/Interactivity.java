package dev.tidemark.prober.vitals;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/** TTI of a document and the TBT up to it, or up to an end if TTI is not reached before. */
record Interactivity(TimeToInteractive timeToInteractive, double blockingMillis) {

    /** @param tasks of the document up to the end, in order */
    static Interactivity of(
            DocumentTimeline page, List<TimeSpan> tasks, List<TimeSpan> requests, double fcp, double end) {
        TimeToInteractive interactive = timeToInteractive(page, tasks, requests, fcp, end);
        return new Interactivity(
                interactive,
                TotalBlockingTime.of(tasks, fcp, interactive.millis().orElse(end)));
    }

    private static TimeToInteractive timeToInteractive(
            DocumentTimeline page, List<TimeSpan> tasks, List<TimeSpan> requests, double fcp, double end) {
        if (page.dcl.isEmpty()) {
            return TimeToInteractive.missed(LocalizedMessage.of("absence.tti.noDcl"));
        }
        return TimeToInteractive.of(
                fcp,
                page.dcl.getAsDouble(),
                QuietPeriods.ofMainThread(tasks, end),
                QuietPeriods.ofNetwork(requests, end));
    }
}
