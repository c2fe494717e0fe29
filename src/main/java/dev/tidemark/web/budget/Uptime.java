package dev.tidemark.web.budget;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.time.Duration;
import java.util.List;

/** The share of successful runs over a time span. */
public record Uptime(Duration span, OutcomeTally tally) {

    static final List<Duration> SPANS =
            List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

    /** 24 h, 7 d, 30 d, 90 d. */
    public String title() {
        return DurationFormat.of(span);
    }

    /** 99.95 %, or n/a. */
    public LocalizedMessage text() {
        return tally.counted() == 0
                ? LocalizedMessage.of("common.value.none")
                : LocalizedMessage.verbatim(MetricFormat.percent(tally.uptime().orElseThrow()));
    }

    /** "1 of 288 runs failed, 2 ignored". */
    public LocalizedMessage counts() {
        boolean ignored = tally.excluded() > 0;
        if (tally.counted() == 0) {
            return ignored
                    ? LocalizedMessage.of("budgets.uptime.noRunsWithIgnored", tally.excluded())
                    : LocalizedMessage.of("budgets.uptime.noRuns");
        }
        String failed = MetricFormat.count(tally.failed());
        String counted = MetricFormat.count(tally.counted());
        return ignored
                ? LocalizedMessage.of("budgets.uptime.failedWithIgnored", failed, counted, tally.excluded())
                : LocalizedMessage.of("budgets.uptime.failed", failed, counted);
    }
}
