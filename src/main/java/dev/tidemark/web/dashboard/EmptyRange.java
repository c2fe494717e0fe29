package dev.tidemark.web.dashboard;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.TimeRange;
import dev.tidemark.web.support.TimeText;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a chart has nothing to show, and where there is something.
 *
 * @param first when the oldest run that is kept was planned
 * @param page the chart's page without a range
 */
public record EmptyRange(Optional<Instant> first, TimeRange span, TimeText times, PageLink page) {

    private static final int A_MOMENT = 60;

    public LocalizedMessage getText() {
        return first.map(this::text).orElse(LocalizedMessage.of("empty_range.the_first_run_is_on_its_way"));
    }

    /** To all that there is; empty when there is nothing yet. */
    public String getLink() {
        return first.map(begin -> page.with("from", begin.minusSeconds(A_MOMENT).toString())
                        .with("to", times.now().toString())
                        .text())
                .orElse("");
    }

    private LocalizedMessage text(Instant begin) {
        String when = times.exact(begin);
        if (begin.isBefore(span.from())) {
            return LocalizedMessage.of("empty_range.none_of_this_metric_in_this_range", when);
        }
        return LocalizedMessage.of(
                begin.isBefore(span.to())
                        ? "empty_range.no_run_has_a_value_yet"
                        : "empty_range.this_range_lies_before_the_first_run",
                when);
    }
}
