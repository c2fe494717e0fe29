package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Updates states and incidents after a run, and notifies; each step adds a line to the log of evaluations. */
final class IncidentUpdater {

    private static final Logger LOG = Logger.getLogger(IncidentUpdater.class.getName());

    private final IncidentStore store;
    private final Notifier notifier;
    private final RecipientResolver recipients;
    private final Markers markers;
    private final OutageReader outages;
    private final Probe probe;
    private final Run run;
    private final List<String> lines;

    IncidentUpdater(
            IncidentStore store,
            Notifier notifier,
            RecipientResolver recipients,
            Markers markers,
            OutageReader outages,
            Probe probe,
            Run run,
            List<String> lines) {
        this.store = store;
        this.notifier = notifier;
        this.recipients = recipients;
        this.markers = markers;
        this.outages = outages;
        this.probe = probe;
        this.run = run;
        this.lines = lines;
    }

    void update(StateCounterEntity row, Assessment assessment) {
        Hysteresis hysteresis = Hysteresis.of(row.key().incidentType());
        StateCounter before = row.counter();
        StateCounter next = before.after(assessment.level(), hysteresis);
        row.update(next, assessment.overBudget(), evaluatedUntil(row), IncidentEntity.end(run));
        assessment.lines().forEach(line -> log(row, line));
        log(row, transition(before.state(), next, hysteresis));
        applyChange(before.changeBy(assessment.level(), hysteresis), row, next.state(), assessment);
    }

    /**
     * A run that takes longer than the interval is still going when its next slot is recorded as missed. It must not be ignored
     * afterwards: a page that becomes slow would silence its own notification.
     */
    private Instant evaluatedUntil(StateCounterEntity row) {
        boolean missed = run.outcome()
                .filter(outcome -> outcome.kind() == OutcomeType.MISSED)
                .isPresent();
        return missed ? row.lastPlannedAt() : run.slot().plannedAt();
    }

    private void applyChange(IncidentChange change, StateCounterEntity row, ProbeState state, Assessment assessment) {
        switch (change) {
            case NONE -> {}
            case OPENED ->
                open(
                        row,
                        state,
                        assessment.withConsecutiveFailures(
                                row.counter(), row.key().incidentType()));
            case WORSENED, EASED -> store.open(row.key()).ifPresent(it -> changeState(it, row, state, assessment));
            case RESOLVED -> store.open(row.key()).ifPresent(it -> resolve(it, row, assessment));
        }
    }

    private void open(StateCounterEntity row, ProbeState state, Assessment assessment) {
        IncidentEntity incident =
                new IncidentEntity(probe, run, row.key().incidentType(), state, assessment.headline());
        store.add(incident);
        Assessment described = row.key().incidentType() == IncidentType.AVAILABILITY
                ? assessment.with(outages.read(probe, run))
                : assessment;
        send(row, notice(incident, noticeKind(state), assessment.headline(), described));
    }

    private void changeState(IncidentEntity incident, StateCounterEntity row, ProbeState state, Assessment assessment) {
        boolean isNewWorst = state.isWorseThan(incident.worst());
        incident.changeState(state, assessment.headline());
        if (isNewWorst) {
            send(row, notice(incident, noticeKind(state), assessment.headline(), assessment));
        } else {
            log(row, LocalizedMessage.of("incident.log.notWorse", state.inline()));
        }
    }

    private void resolve(IncidentEntity incident, StateCounterEntity row, Assessment assessment) {
        incident.resolve(run);
        String headline = LocalizedMessage.of("incident.headline.resolved", assessment.headline(), durationOf(incident))
                .toString();
        send(row, notice(incident, NoticeKind.RECOVERED, headline, assessment));
    }

    private void send(StateCounterEntity row, Notice notice) {
        Optional<String> deploy =
                markers.recentDeploy(probe.id(), probe.tags(), notice.at()).map(Marker::title);
        deploy.ifPresent(title -> log(row, LocalizedMessage.of("incident.log.deploy", title)));
        Notice withDeploy = notice.withDeploy(deploy);
        ResolvedRecipients to = recipients.resolve(probe.recipients());
        List<LocalizedMessage> log = notice.kind() == NoticeKind.RECOVERED
                ? notifier.notifyRecovery(withDeploy, to)
                : notifier.notifyProblem(withDeploy, to);
        log.forEach(line -> log(row, line));
        LOG.info(notice::subject);
    }

    private Notice notice(IncidentEntity incident, NoticeKind kind, String headline, Assessment assessment) {
        return new Notice(
                incident.id(),
                incident.changes(),
                kind,
                probe.id(),
                probe.name(),
                probe.target().url().spelling(),
                run.slot().location(),
                run.id(),
                IncidentEntity.end(run),
                headline,
                assessment.lines(),
                Optional.empty());
    }

    private void log(StateCounterEntity row, Object entry) {
        lines.add(row.key().incidentType().logLine(entry).toString());
    }

    /** The change of the state, with the streak of runs that can open or resolve an incident. */
    static LocalizedMessage transition(ProbeState before, StateCounter now, Hysteresis hysteresis) {
        boolean opening = !now.state().isBad() && now.consecutiveBad() > 0;
        boolean resolving = now.state().isBad() && now.consecutiveGood() > 0;
        String direction = opening ? "opening" : "resolving";
        int runs = opening ? now.consecutiveBad() : now.consecutiveGood();
        int needed = opening ? hysteresis.toOpen() : hysteresis.toResolve();
        boolean changed = before != now.state();
        if (!opening && !resolving) {
            return changed
                    ? LocalizedMessage.of(
                            "incident.log.state.changed",
                            before.inline(),
                            now.state().inline())
                    : LocalizedMessage.of("incident.log.state.unchanged", before.inline());
        }
        String key = "incident.log.state." + direction;
        return changed
                ? LocalizedMessage.of(
                        key + "Changed", before.inline(), now.state().inline(), runs, needed)
                : LocalizedMessage.of(key, before.inline(), runs, needed);
    }

    static NoticeKind noticeKind(ProbeState state) {
        return state == ProbeState.FAILING ? NoticeKind.FAILING : NoticeKind.DEGRADED;
    }

    private String durationOf(IncidentEntity incident) {
        return DurationFormat.elapsed(Duration.between(incident.openedAt(), end()));
    }

    private Instant end() {
        return IncidentEntity.end(run);
    }
}
