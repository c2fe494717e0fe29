package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.i18n.LocalizedMessage;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Self-monitoring. Monitor failures do not affect the state of a probe; many of them open a separate incident at the location, with
 * the same state transitions, and the admins are notified.
 */
@ApplicationScoped
public class SelfMonitoring {

    private static final Duration WINDOW = Duration.ofMinutes(30);

    private final IncidentStore store;
    private final RunHistory history;
    private final LocationsWithoutNode unattendedLocations;
    private final RecipientResolver recipients;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    SelfMonitoring(
            IncidentStore store,
            RunHistory history,
            LocationsWithoutNode unattendedLocations,
            RecipientResolver recipients,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.history = history;
        this.unattendedLocations = unattendedLocations;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Checks the last 30 minutes of every location. The state row is locked, so that only one node notifies. */
    @Transactional
    public void check() {
        Instant now = clock.instant();
        Map<LocationName, List<OutcomeCount>> recent = history.counts(Interval.before(now, WINDOW)).stream()
                .collect(Collectors.groupingBy(OutcomeCount::location));
        Map<LocationName, LocalizedMessage> unattended = unattendedLocations.find();
        Set<LocationName> locations = new HashSet<>(recent.keySet());
        locations.addAll(unattended.keySet());
        for (LocationName location : locations) {
            MonitorFailureRate rate = MonitorFailureRate.of(recent.getOrDefault(location, List.of()));
            LocalizedMessage reason = unattended.get(location);
            check(location, reason == null ? rate : rate.unattended(reason), now);
        }
    }

    private void check(LocationName location, MonitorFailureRate failures, Instant now) {
        if (exampleRun(location).isEmpty()) {
            return;
        }
        StateCounterEntity row = store.lock(SelfProbe.PROBE, location, IncidentType.OPERATION, now);
        StateCounter before = row.counter();
        Hysteresis hysteresis = Hysteresis.of(IncidentType.OPERATION);
        StateCounter next = before.after(failures.level(), hysteresis);
        row.update(next, Set.of(), now, now);
        switch (before.changeBy(failures.level(), hysteresis)) {
            case NONE -> {}
            case OPENED ->
                exampleRun(location).ifPresent(run -> {
                    IncidentEntity incident = new IncidentEntity(
                            SelfProbe.PROBE,
                            SelfProbe.name(),
                            run,
                            IncidentType.OPERATION,
                            next.state(),
                            failures.headline(),
                            now);
                    store.add(incident);
                    send(incident, IncidentUpdater.noticeKind(next.state()), failures, run, now);
                });
            case WORSENED ->
                store.open(row.key()).ifPresent(it -> {
                    it.changeState(next.state(), failures.headline());
                    exampleRun(location).ifPresent(run -> send(it, NoticeKind.FAILING, failures, run, now));
                });
            case EASED -> store.open(row.key()).ifPresent(it -> it.changeState(next.state(), failures.headline()));
            case RESOLVED ->
                store.open(row.key()).ifPresent(it -> {
                    it.resolve(now);
                    exampleRun(location).ifPresent(run -> send(it, NoticeKind.RECOVERED, failures, run, now));
                });
        }
    }

    private void send(IncidentEntity incident, NoticeKind kind, MonitorFailureRate failures, Run run, Instant now) {
        Notice notice = new Notice(
                incident.id(),
                incident.changes(),
                kind,
                SelfProbe.PROBE,
                SelfProbe.name(),
                "",
                run.slot().location(),
                run.id(),
                now,
                failures.headline(),
                failures.lines(),
                Optional.empty());
        Notifier notifier = new Notifier(outbox, now);
        List<LocalizedMessage> log = kind == NoticeKind.RECOVERED
                ? notifier.notifyRecovery(notice, recipients.administrators())
                : notifier.notifyProblem(notice, recipients.administrators());
        failures.lines().forEach(line -> store.addNote(incident.id(), now, line));
        log.forEach(line -> store.addNote(incident.id(), now, line.toString()));
    }

    /** The latest run with a monitor failure; any other run if there is none. */
    private Optional<Run> exampleRun(LocationName location) {
        List<Run> atLocation = history.latest().stream()
                .filter(run -> run.slot().location().equals(location))
                .toList();
        return atLocation.stream()
                .filter(run -> run.outcome()
                        .map(Outcome::fault)
                        .filter(FaultOrigin.OURS::equals)
                        .isPresent())
                .findFirst()
                .or(() -> atLocation.stream().findFirst());
    }
}
