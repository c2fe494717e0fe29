package dev.tidemark.web.comparison;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.Run;

/** The two sides of a comparison. */
sealed interface ComparisonRequest {

    /** @param reason why the comparison is not possible; blank if nothing was requested */
    record InvalidComparison(LocalizedMessage reason) implements ComparisonRequest {}

    /**
     * Two runs.
     *
     * @param title relation of the earlier run to the later; blank if there is none
     */
    record Runs(Run before, Run after, LocalizedMessage title) implements ComparisonRequest {}

    /**
     * Two periods.
     *
     * @param title relation of the periods; blank if there is none
     */
    record Periods(ProbeId probe, LocationName location, Interval before, Interval after, LocalizedMessage title)
            implements ComparisonRequest {}
}
