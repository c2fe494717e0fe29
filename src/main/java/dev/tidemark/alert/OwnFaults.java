package dev.tidemark.alert;

import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.Notice;
import dev.tidemark.delivery.Outbox;
import dev.tidemark.delivery.Tone;
import dev.tidemark.history.OutcomeCount;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.observation.Fault;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Faults of the monitor itself, in quantity: they degrade no site, but open an incident of their own at the location, by the same table of
 * states, and are told to the operators.
 */
@ApplicationScoped
public class OwnFaults {

    private static final Duration LATELY = Duration.ofMinutes(30);

    private final IncidentStore store;
    private final RunHistory history;
    private final Audience audience;
    private final Outbox outbox;
    private final Clock clock;

    protected OwnFaults() {
        this(null, null, null, null, null);
    }

    @Inject
    OwnFaults(IncidentStore store, RunHistory history, Audience audience, Outbox outbox, Clock clock) {
        this.store = store;
        this.history = history;
        this.audience = audience;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at the last half hour of every location. The row of where it stands is locked, so that of two nodes one tells. */
    @Transactional
    public void look() {
        Instant now = clock.instant();
        Map<LocationName, List<OutcomeCount>> lately =
                history.counts(now.minus(LATELY), now).stream().collect(Collectors.groupingBy(OutcomeCount::location));
        lately.forEach((location, counts) -> look(location, OwnFaultCount.of(counts), now));
    }

    private void look(LocationName location, OwnFaultCount count, Instant now) {
        StandingEntity row = store.lock(Own.PROBE, location, Concern.OPERATION, now);
        Standing before = row.standing();
        Damping damping = Damping.of(Concern.OPERATION);
        Standing next = before.after(count.assessment(), damping);
        row.become(next, java.util.Set.of(), now, now);
        switch (before.changeBy(count.assessment(), damping)) {
            case NONE -> {}
            case OPENED ->
                example(location).ifPresent(run -> {
                    IncidentEntity incident = new IncidentEntity(
                            Own.PROBE, Own.NAME, run, Concern.OPERATION, next.state(), count.headline(), now);
                    store.add(incident);
                    tell(incident, Decision.tone(next.state()), count, run, now);
                });
            case WORSENED ->
                store.open(row.key()).ifPresent(it -> {
                    it.become(next.state(), count.headline());
                    example(location).ifPresent(run -> tell(it, Tone.FAILING, count, run, now));
                });
            case EASED -> store.open(row.key()).ifPresent(it -> it.become(next.state(), count.headline()));
            case RESOLVED ->
                store.open(row.key()).ifPresent(it -> {
                    it.resolve(now);
                    example(location).ifPresent(run -> tell(it, Tone.RECOVERED, count, run, now));
                });
        }
    }

    private void tell(IncidentEntity incident, Tone tone, OwnFaultCount count, Run run, Instant now) {
        Notice notice = new Notice(
                incident.id(),
                incident.changes(),
                tone,
                Own.PROBE,
                Own.NAME,
                "",
                run.slot().location(),
                run.id(),
                now,
                count.headline(),
                count.lines(),
                Optional.empty());
        Teller teller = new Teller(outbox, now);
        List<String> lines = tone == Tone.RECOVERED
                ? teller.recover(notice, audience.operators())
                : teller.tell(notice, audience.operators());
        count.lines().forEach(line -> store.remark(incident.id(), now, line));
        lines.forEach(line -> store.remark(incident.id(), now, line));
    }

    /** A run that shows it; any other when none is at hand. */
    private Optional<Run> example(LocationName location) {
        List<Run> here = history.latest().stream()
                .filter(run -> run.slot().location().equals(location))
                .toList();
        return here.stream()
                .filter(run -> run.outcome()
                        .map(Outcome::fault)
                        .filter(Fault.OURS::equals)
                        .isPresent())
                .findFirst()
                .or(() -> here.stream().findFirst());
    }
}
