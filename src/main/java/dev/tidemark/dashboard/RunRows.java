package dev.tidemark.dashboard;

import dev.tidemark.history.EvidenceKey;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.history.RunQuery;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.RunId;
import dev.tidemark.probe.Probe;
import dev.tidemark.web.TimeText;
import dev.tidemark.web.Viewer;
import dev.tidemark.wording.Phrases;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes rows of runs, in the words and the zone of who looks. */
@RequestScoped
public class RunRows {

    private final RunHistory history;
    private final Viewer viewer;

    protected RunRows() {
        this(null, null);
    }

    @Inject
    public RunRows(RunHistory history, Viewer viewer) {
        this.history = history;
        this.viewer = viewer;
    }

    /** Those of a probe at a location, newest first. */
    List<RunRow> newest(Probe probe, LocationName location, int most) {
        RunQuery query = new RunQuery(
                probe.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(location),
                most,
                Optional.empty());
        return of(probe, history.list(query).items());
    }

    /** In the same order. */
    List<RunRow> of(Probe probe, List<Run> runs) {
        TimeText times = viewer.times();
        Phrases phrases = viewer.phrases();
        Map<RunId, EvidenceKey> pictures =
                history.lastFrames(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> new RunRow(
                        run,
                        Cells.of(run, probe.profile().formFactor(), phrases::say),
                        times,
                        Optional.ofNullable(pictures.get(run.id()))))
                .toList();
    }
}
