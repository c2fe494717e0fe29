package dev.tidemark.reporting.chart;

import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;

/**
 * Failed runs that are drawn as one mark, because they are as close together as the chart can show.
 *
 * @param at of the first one
 * @param outcome of all of them
 */
public record FailedRuns(Instant at, OutcomeType outcome, long runs) {

    /** Whether the monitor failed, rather than the target. */
    boolean isOfMonitor() {
        return outcome.fault() == FaultOrigin.OURS;
    }

    LocalizedMessage title() {
        return LocalizedMessage.of(
                isOfMonitor() ? "chart.failed.monitor" : "chart.failed.target", outcome.title(), runs);
    }
}
