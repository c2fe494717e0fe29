package dev.tidemark.analysis.budget;

import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.SharedBudgets;
import dev.tidemark.model.probe.SupportedMetrics;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Evaluates the budgets of probes. Entry point of the package. */
@ApplicationScoped
public class BudgetEvaluator {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final EvaluationSources sources;
    private final SharedBudgets shared;

    @Inject
    public BudgetEvaluator(RunHistory history, RunSeries runSeries, Markers markers, SharedBudgets shared) {
        this.sources = new EvaluationSources(history, runSeries, markers);
        this.shared = shared;
    }

    /** All limits that apply to a probe: its own and those of its tags. */
    public List<Limit> limits(Probe probe) {
        return definedLimits(probe).stream()
                .filter(limit -> reasonNotApplicable(limit, probe).isBlank())
                .toList();
    }

    /** All limits that are defined for a probe, whether they apply or not. */
    public List<Limit> definedLimits(Probe probe) {
        return Stream.concat(probe.budgets().stream(), shared.of(probe).stream())
                .toList();
    }

    /** Why a limit does not apply to a probe; blank if it applies. */
    public LocalizedMessage reasonNotApplicable(Limit limit, Probe probe) {
        String profile = limit.scope().profile().orElse(probe.profile().name());
        if (!profile.equals(probe.profile().name())) {
            return LocalizedMessage.of(
                    "budget.inactive.otherProfile", profile, probe.profile().name());
        }
        if (!BudgetPresets.cover(probe.target(), limit)) {
            return LocalizedMessage.of("budget.inactive.pagesOnly", limit.metric());
        }
        boolean isOwn = limit.scope().origin().isEmpty();
        return isOwn || SupportedMetrics.isSupported(probe.target(), limit.metric())
                ? LocalizedMessage.EMPTY
                : LocalizedMessage.of("budget.inactive.notMeasured", limit.metric());
    }

    /** A verdict for each applicable limit, in their order, as of this run: later runs are ignored. */
    public List<Verdict> evaluate(Probe probe, Run latest) {
        Instant at = latest.slot().plannedAt();
        return evaluate(probe, latest.slot().location(), at.plus(MOMENT), at, Optional.empty());
    }

    /**
     * The same for a probe without results.
     *
     * @param monitoredSince when monitoring began, or the scheduled time of the last result
     */
    public List<Verdict> evaluate(Probe probe, Run latest, Instant monitoredSince) {
        Instant at = latest.slot().plannedAt();
        return evaluate(probe, latest.slot().location(), at.plus(MOMENT), at, Optional.of(monitoredSince));
    }

    /** The verdicts at an instant, based on all runs scheduled before it. */
    public List<Verdict> evaluate(Probe probe, LocationName location, Instant now) {
        return evaluate(probe, location, now, now, Optional.empty());
    }

    private List<Verdict> evaluate(
            Probe probe, LocationName location, Instant before, Instant now, Optional<Instant> since) {
        List<Limit> limits = limits(probe);
        int maxRuns = limits.stream().mapToInt(Limit::of).max().orElse(1);
        EvaluationContext context = new EvaluationContext(sources, probe, location, maxRuns, before, now, since);
        return limits.stream().map(limit -> evaluate(limit, probe, context)).toList();
    }

    private Verdict evaluate(Limit limit, Probe probe, EvaluationContext context) {
        if (limit.scope().locations().isEmpty()) {
            return context.evaluate(limit);
        }
        Map<LocationName, Verdict> verdicts = new LinkedHashMap<>();
        probe.locations()
                .forEach(location -> verdicts.put(location, context.at(location).evaluate(limit)));
        return QuorumRule.evaluate(limit, verdicts);
    }
}
