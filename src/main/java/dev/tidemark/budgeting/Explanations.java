package dev.tidemark.budgeting;

import dev.tidemark.budget.ErrorBudget;
import dev.tidemark.budget.Judge;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Probe;
import dev.tidemark.series.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door to what holds and what it comes to, right now. */
@ApplicationScoped
public class Explanations {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Judge judge;
    private final RunHistory history;
    private final Clock clock;

    protected Explanations() {
        this(null, null, null);
    }

    @Inject
    public Explanations(Judge judge, RunHistory history, Clock clock) {
        this.judge = judge;
        this.history = history;
        this.clock = clock;
    }

    public Explanation of(Probe probe, LocationName location) {
        Instant now = clock.instant();
        List<Explanation.Held> held = judge.judge(probe, location, now).stream()
                .map(verdict -> new Explanation.Held(verdict, spending(verdict.limit(), probe, location, now)))
                .toList();
        List<Limit> holding = judge.limits(probe);
        List<Explanation.Idle> idle = judge.written(probe).stream()
                .filter(limit -> !holding.contains(limit))
                .map(limit -> new Explanation.Idle(limit, judge.whyIdle(limit, probe)))
                .toList();
        return new Explanation(probe, location, now, held, idle);
    }

    /** How the probe's runs at a location ended over the usual spans, the shortest first. */
    public List<Uptime> uptimes(Probe probe, LocationName location) {
        Instant now = clock.instant();
        return Uptime.SPANS.stream()
                .map(span -> new Uptime(span, history.tally(probe.id(), location, now.minus(span), now)))
                .toList();
    }

    /** What the error budgets come to of the limits that have one. */
    List<Availability.Spent> spent(Probe probe, LocationName location, Instant now) {
        return judge.limits(probe).stream()
                .flatMap(limit ->
                        spending(limit, probe, location, now)
                                .map(spending -> new Availability.Spent(limit, spending))
                                .stream())
                .toList();
    }

    private Optional<Explanation.Spending> spending(Limit limit, Probe probe, LocationName location, Instant now) {
        if (!limit.metric().isOfOutcomes() || limit.metric().equals(Metric.SILENCE)) {
            return Optional.empty();
        }
        Tally window =
                history.tally(probe.id(), location, now.minus(limit.window().orElseThrow()), now);
        Tally hour = history.tally(probe.id(), location, now.minus(HOUR), now);
        Tally day = history.tally(probe.id(), location, now.minus(DAY), now);
        return Optional.of(new Explanation.Spending(
                ErrorBudget.of(limit, window, now),
                ErrorBudget.burnRate(hour, limit),
                ErrorBudget.burnRate(day, limit)));
    }
}
