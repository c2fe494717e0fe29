package dev.tidemark.budget;

import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.marker.Markers;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.SharedBudgets;
import dev.tidemark.probe.Supply;
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
public class Judge {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Sources sources;
    private final SharedBudgets shared;

    protected Judge() {
        this(null, null, null);
    }

    @Inject
    public Judge(RunHistory history, Markers markers, SharedBudgets shared) {
        this.sources = new Sources(history, markers);
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
        return own || Supply.has(probe.target(), limit.metric())
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
        Bench here = new Bench(sources, probe, location, most, before, now, since);
        return limits.stream().map(limit -> judge(limit, probe, here)).toList();
    }

    private Verdict judge(Limit limit, Probe probe, Bench here) {
        if (limit.terms().locations().isEmpty()) {
            return here.judge(limit);
        }
        Map<LocationName, Verdict> each = new LinkedHashMap<>();
        probe.locations()
                .forEach(location -> each.put(location, here.at(location).judge(limit)));
        return QuorumRule.judge(limit, each);
    }
}
