package dev.tidemark.scheduling.quartz;

import dev.tidemark.alerting.incident.IncidentTracker;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Evaluates a completed run and records the consequences: verdicts, incidents, change points. */
@ApplicationScoped
public class RunAssessment {

    private final BudgetEvaluator evaluator;
    private final IncidentTracker incidents;
    private final ChangeConfirmation changeConfirmation;

    @Inject
    public RunAssessment(BudgetEvaluator evaluator, IncidentTracker incidents, ChangeConfirmation changeConfirmation) {
        this.evaluator = evaluator;
        this.incidents = incidents;
        this.changeConfirmation = changeConfirmation;
    }

    void assess(Probe probe, Run run) {
        List<Verdict> verdicts = evaluator.evaluate(probe, run);
        incidents.track(probe, run, verdicts);
        changeConfirmation.check(probe, run);
    }
}
