package dev.tidemark.web.budget;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.time.Duration;
import java.util.List;

/** The share of good runs over a span. */
public record Uptime(Duration span, OutcomeTally tally) {

    static final List<Duration> SPANS =
            List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

    /** 24 h, 7 d, 30 d, 90 d. */
    public String title() {
        return DurationFormat.of(span);
    }

    /** 99.95 %, or n/a. */
    public String text() {
        return tally.counted() == 0
                ? "n/a"
                : MetricFormat.percent(tally.uptime().orElseThrow());
    }

    /** "1 of 288 runs failed, 2 not counted". */
    public String counts() {
        String left = tally.left() == 0 ? "" : ", " + tally.left() + " not counted";
        return tally.counted() == 0
                ? "no run that counts" + left
                : MetricFormat.count(tally.failed()) + " of " + MetricFormat.count(tally.counted()) + " runs failed"
                        + left;
    }
}
