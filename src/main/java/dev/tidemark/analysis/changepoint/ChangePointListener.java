package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.run.Run;
import java.util.List;

/** Receives confirmed changes, in the transaction that confirms them. */
public interface ChangePointListener {

    /**
     * Changes that were confirmed together and that no earlier notification covers.
     *
     * @param run the run that confirmed them
     * @param changes at least one; the first is the one that was confirmed first
     */
    void onConfirmed(Probe probe, Run run, List<ChangePoint> changes);
}
