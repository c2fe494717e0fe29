package dev.tidemark.analysis.budget;

import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.SharedBudgets;
import dev.tidemark.model.probe.SupportedMetrics;
import dev.tidemark.model.result.LocationName;
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

/** The door to verdicts. */
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

    /** All limits that hold for a probe: its own, and those of its tags. */
    public List<Limit> limits(Probe probe) {
        return written(probe).stream()
                .filter(limit -> whyIdle(limit, probe).isEmpty())
                .toList();
    }

    /** All limits that are written for a probe, whether they hold or not. */
    public List<Limit> written(Probe probe) {
        return Stream.concat(probe.budgets().stream(), shared.of(probe).stream())
                .toList();
    }

    /** Why a limit does not hold for a probe, in words; empty when it does. */
    public String whyIdle(Limit limit, Probe probe) {
        String profile = limit.terms().profile().orElse(probe.profile().name());
        if (!profile.equals(probe.profile().name())) {
            return "it is for the profile " + profile + ", this probe has "
                    + probe.profile().name();
        }
        boolean own = limit.terms().origin().isEmpty();
        return own || SupportedMetrics.has(probe.target(), limit.metric())
                ? ""
                : "no source yet: runs of this probe have no " + limit.metric();
    }

    /** A verdict for each of the limits that hold, in their order, after this run and without later ones. */
    public List<Verdict> judge(Probe probe, Run latest) {
        Instant at = latest.slot().plannedAt();
        return judge(probe, latest.slot().location(), at.plus(MOMENT), at, Optional.empty());
    }

    /**
     * The same where nothing was heard.
     *
     * @param watchedSince when the watching began, or the last result was planned
     */
    public List<Verdict> judge(Probe probe, Run latest, Instant watchedSince) {
        Instant at = latest.slot().plannedAt();
        return judge(probe, latest.slot().location(), at.plus(MOMENT), at, Optional.of(watchedSince));
    }

    /** The verdicts at an instant, from all runs planned before it. */
    public List<Verdict> judge(Probe probe, LocationName location, Instant now) {
        return judge(probe, location, now, now, Optional.empty());
    }

    private List<Verdict> judge(
            Probe probe, LocationName location, Instant before, Instant now, Optional<Instant> since) {
        List<Limit> limits = limits(probe);
        int most = limits.stream().mapToInt(Limit::of).max().orElse(1);
        EvaluationContext here = new EvaluationContext(sources, probe, location, most, before, now, since);
        return limits.stream().map(limit -> judge(limit, probe, here)).toList();
    }

    private Verdict judge(Limit limit, Probe probe, EvaluationContext here) {
        if (limit.terms().locations().isEmpty()) {
            return here.judge(limit);
        }
        Map<LocationName, Verdict> each = new LinkedHashMap<>();
        probe.locations()
                .forEach(location -> each.put(location, here.at(location).judge(limit)));
        return QuorumRule.judge(limit, each);
    }
}
