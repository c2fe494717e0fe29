package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.budget.ErrorBudget;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.OutcomeTally;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evaluates the limits of a probe at this moment and explains the verdicts. */
@ApplicationScoped
public class BudgetExplainer {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final BudgetEvaluator evaluator;
    private final RunSeries runSeries;
    private final Clock clock;

    @Inject
    public BudgetExplainer(BudgetEvaluator evaluator, RunSeries runSeries, Clock clock) {
        this.evaluator = evaluator;
        this.runSeries = runSeries;
        this.clock = clock;
    }

    public BudgetExplanation of(Probe probe, LocationName location) {
        Instant now = clock.instant();
        List<BudgetExplanation.AppliedLimit> applied = evaluator.evaluate(probe, location, now).stream()
                .map(verdict -> new BudgetExplanation.AppliedLimit(
                        verdict,
                        burnRate(verdict.limit(), probe, location, now),
                        probe.profile().formFactor()))
                .toList();
        List<Limit> active = evaluator.limits(probe);
        List<BudgetExplanation.InactiveLimit> inactive = evaluator.definedLimits(probe).stream()
                .filter(limit -> !active.contains(limit))
                .map(limit -> new BudgetExplanation.InactiveLimit(limit, evaluator.reasonNotApplicable(limit, probe)))
                .toList();
        return new BudgetExplanation(probe, location, now, applied, inactive);
    }

    /** The uptime over 24 hours, 7, 30 and 90 days. */
    public List<Uptime> uptimes(Probe probe, LocationName location) {
        Instant now = clock.instant();
        return Uptime.SPANS.stream()
                .map(span -> new Uptime(span, runSeries.tally(probe.id(), location, Interval.before(now, span))))
                .toList();
    }

    /** The error budgets of the limits that have one. */
    List<Availability.SpentBudget> spentBudgets(Probe probe, LocationName location, Instant now) {
        return evaluator.limits(probe).stream()
                .flatMap(
                        limit -> burnRate(limit, probe, location, now)
                                .map(burnRate -> new Availability.SpentBudget(limit, burnRate))
                                .stream())
                .toList();
    }

    private Optional<BudgetExplanation.BurnRate> burnRate(
            Limit limit, Probe probe, LocationName location, Instant now) {
        if (!limit.metric().isOutcomeBased() || limit.metric().equals(Metric.SILENCE)) {
            return Optional.empty();
        }
        OutcomeTally window = runSeries.tally(
                probe.id(), location, Interval.before(now, limit.window().orElseThrow()));
        OutcomeTally hour = runSeries.tally(probe.id(), location, Interval.before(now, HOUR));
        OutcomeTally day = runSeries.tally(probe.id(), location, Interval.before(now, DAY));
        return Optional.of(new BudgetExplanation.BurnRate(
                ErrorBudget.of(limit, window, now),
                ErrorBudget.burnRate(hour, limit),
                ErrorBudget.burnRate(day, limit)));
    }
}
