package dev.tidemark.dashboard;

import dev.tidemark.web.TimeText;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a chart has nothing to show, and where there is something.
 *
 * @param first when the oldest run that is kept was planned
 * @param page the chart's page without a range
 */
public record EmptyRange(Optional<Instant> first, TimeRange span, TimeText times, Address page) {

    private static final int A_MOMENT = 60;

    public String getText() {
        return first.map(this::text).orElse("The first run is on its way. It takes some seconds per sample.");
    }

    /** To all that there is; empty when there is nothing yet. */
    public String getLink() {
        return first.map(begin -> page.with("from", begin.minusSeconds(A_MOMENT).toString())
                        .with("to", times.now().toString())
                        .text())
                .orElse("");
    }

    private String text(Instant begin) {
        if (begin.isBefore(span.from())) {
            return "There are values from " + times.exact(begin) + " on, but none of this metric in this range.";
        }
        String where = begin.isBefore(span.to())
                ? ", and no run has a value of this metric yet."
                : ": this range lies before it.";
        return "The first run here was at " + times.exact(begin) + where;
    }
}
