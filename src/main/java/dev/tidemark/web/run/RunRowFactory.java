package dev.tidemark.web.run;

import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.storage.run.ArtifactKey;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunQuery;
import dev.tidemark.web.support.TimeText;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates rows of runs in the language and time zone of the viewer. */
@RequestScoped
public class RunRowFactory {

    private final RunHistory history;
    private final BudgetEvaluator budgets;
    private final Viewer viewer;

    @Inject
    public RunRowFactory(RunHistory history, BudgetEvaluator budgets, Viewer viewer) {
        this.history = history;
        this.budgets = budgets;
        this.viewer = viewer;
    }

    /** The newest runs of a probe at a location, newest first. */
    public List<RunRow> newest(Probe probe, LocationName location, int most) {
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

    /** Rows in the order of the runs. */
    List<RunRow> of(Probe probe, List<Run> runs) {
        TimeText times = viewer.times();
        Messages messages = viewer.messages();
        List<Limit> limits = budgets.limits(probe);
        Map<RunId, ArtifactKey> frames =
                history.lastFrames(runs.stream().map(Run::id).toList());
        return runs.stream()
                .map(run -> new RunRow(
                        run,
                        TableCells.of(run, limits, probe.profile().formFactor(), messages::format),
                        times,
                        Optional.ofNullable(frames.get(run.id()))))
                .toList();
    }
}
