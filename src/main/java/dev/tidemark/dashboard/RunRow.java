package dev.tidemark.dashboard;

import dev.tidemark.history.EvidenceKey;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.RunId;
import dev.tidemark.standing.Vital;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as a row: its values in the order of the table's heads.
 *
 * @param picture the address of how the page looked in the end; empty when none is kept
 */
public record RunRow(Run run, String outcome, String detail, boolean ok, List<Vital> vitals, String picture) {

    /** Whether there is something to hold against the run before it. */
    public boolean compared() {
        return run.outcome().isPresent();
    }

    /** In the same order. */
    static List<RunRow> all(List<Run> runs, FormFactor form, RunHistory history) {
        Map<RunId, EvidenceKey> pictures =
                history.lastFrames(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> of(run, form, Optional.ofNullable(pictures.get(run.id()))))
                .toList();
    }

    private static RunRow of(Run run, FormFactor form, Optional<EvidenceKey> picture) {
        return new RunRow(
                run,
                run.outcome().map(one -> one.kind().title()).orElse(run.state().label()),
                run.outcome().map(Outcome::detail).orElse(""),
                run.outcome().filter(Outcome::isOk).isPresent(),
                TrendView.LISTED.stream().map(one -> Vital.of(run, one, form)).toList(),
                picture.map(key -> "/api/v1/runs/" + run.id() + "/samples/" + key.sample() + "/filmstrip/" + key.n())
                        .orElse(""));
    }
}
