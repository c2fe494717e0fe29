package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.OutcomeCount;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
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
public class SelfMonitoring {

    private static final Duration LATELY = Duration.ofMinutes(30);

    private final IncidentStore store;
    private final RunHistory history;
    private final RecipientResolver audience;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    SelfMonitoring(IncidentStore store, RunHistory history, RecipientResolver audience, Outbox outbox, Clock clock) {
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
        Map<LocationName, List<OutcomeCount>> lately = history.counts(Interval.before(now, LATELY)).stream()
                .collect(Collectors.groupingBy(OutcomeCount::location));
        lately.forEach((location, counts) -> look(location, MonitorFailureRate.of(counts), now));
    }

    private void look(LocationName location, MonitorFailureRate count, Instant now) {
        StateCounterEntity row = store.lock(SelfProbe.PROBE, location, IncidentType.OPERATION, now);
        StateCounter before = row.standing();
        Hysteresis damping = Hysteresis.of(IncidentType.OPERATION);
        StateCounter next = before.after(count.assessment(), damping);
        row.become(next, java.util.Set.of(), now, now);
        switch (before.changeBy(count.assessment(), damping)) {
            case NONE -> {}
            case OPENED ->
                example(location).ifPresent(run -> {
                    IncidentEntity incident = new IncidentEntity(
                            SelfProbe.PROBE, SelfProbe.NAME, run, IncidentType.OPERATION, next.state(), count.headline(), now);
                    store.add(incident);
                    tell(incident, IncidentUpdater.tone(next.state()), count, run, now);
                });
            case WORSENED ->
                store.open(row.key()).ifPresent(it -> {
                    it.become(next.state(), count.headline());
                    example(location).ifPresent(run -> tell(it, NoticeKind.FAILING, count, run, now));
                });
            case EASED -> store.open(row.key()).ifPresent(it -> it.become(next.state(), count.headline()));
            case RESOLVED ->
                store.open(row.key()).ifPresent(it -> {
                    it.resolve(now);
                    example(location).ifPresent(run -> tell(it, NoticeKind.RECOVERED, count, run, now));
                });
        }
    }

    private void tell(IncidentEntity incident, NoticeKind tone, MonitorFailureRate count, Run run, Instant now) {
        Notice notice = new Notice(
                incident.id(),
                incident.changes(),
                tone,
                SelfProbe.PROBE,
                SelfProbe.NAME,
                "",
                run.slot().location(),
                run.id(),
                now,
                count.headline(),
                count.lines(),
                Optional.empty());
        Notifier teller = new Notifier(outbox, now);
        List<String> lines = tone == NoticeKind.RECOVERED
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
                        .filter(FaultOrigin.OURS::equals)
                        .isPresent())
                .findFirst()
                .or(() -> here.stream().findFirst());
    }
}
