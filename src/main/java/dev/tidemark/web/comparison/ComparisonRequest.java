package dev.tidemark.web.comparison;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.Run;

/** What is compared with what. */
sealed interface ComparisonRequest {

    /** @param reason why what was asked for cannot be compared; blank when nothing was asked for */
    record InvalidComparison(LocalizedMessage reason) implements ComparisonRequest {}

    /**
     * The later against the earlier.
     *
     * @param title what the earlier is to the later, in words; blank for any two
     */
    record Runs(Run before, Run after, LocalizedMessage title) implements ComparisonRequest {}

    /** @param title what the periods are, in words; blank for any two */
    record Periods(ProbeId probe, LocationName location, Interval before, Interval after, LocalizedMessage title)
            implements ComparisonRequest {}
}
