package dev.tidemark.web.dashboard;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.TimeRange;
import dev.tidemark.web.support.TimeText;
import java.time.Instant;
import java.util.Optional;

/**
 * Explains why a chart is empty, and where there are values.
 *
 * @param first planned instant of the oldest retained run; empty if no run has ended
 * @param paused whether no run is going to start
 * @param page link to the page of the chart without a range
 */
public record EmptyRange(Optional<Instant> first, boolean paused, TimeRange span, TimeText times, PageLink page) {

    private static final int A_MOMENT = 60;

    public LocalizedMessage getTitle() {
        return LocalizedMessage.of(first.isPresent() ? "probe.trend.empty" : "probe.trend.noData");
    }

    public LocalizedMessage getText() {
        return first.map(this::text)
                .orElse(LocalizedMessage.of(paused ? "probe.trend.paused" : "probe.trend.firstRunPending"));
    }

    /** The link to all runs; empty if there are none. */
    public String getLink() {
        return first.map(begin -> page.with("from", begin.minusSeconds(A_MOMENT).toString())
                        .with("to", times.now().toString())
                        .url())
                .orElse("");
    }

    private LocalizedMessage text(Instant begin) {
        String when = times.exact(begin);
        if (begin.isBefore(span.from())) {
            return LocalizedMessage.of("probe.trend.metricMissingInRange", when);
        }
        return LocalizedMessage.of(
                begin.isBefore(span.to()) ? "probe.trend.metricNeverMeasured" : "probe.trend.rangeBeforeFirstRun",
                when);
    }
}
