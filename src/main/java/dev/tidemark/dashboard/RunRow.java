package dev.tidemark.dashboard;

import dev.tidemark.history.Run;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.observation.Outcome;
import dev.tidemark.standing.Vital;
import java.util.List;

/** A run as a row: its values in the order of the table's heads. */
public record RunRow(Run run, String outcome, String detail, boolean ok, List<Vital> vitals) {

    /** Whether there is something to hold against the run before it. */
    public boolean compared() {
        return run.outcome().isPresent();
    }

    static RunRow of(Run run, FormFactor form) {
        return new RunRow(
                run,
                run.outcome().map(one -> one.kind().title()).orElse(run.state().label()),
                run.outcome().map(Outcome::detail).orElse(""),
                run.outcome().filter(Outcome::isOk).isPresent(),
                TrendView.LISTED.stream().map(one -> Vital.of(run, one, form)).toList());
    }
}
