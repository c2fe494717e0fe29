package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Probe;
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
    private final Notifier teller;
    private final RecipientResolver audience;
    private final Markers markers;
    private final Probe probe;
    private final Run run;
    private final List<String> lines;

    IncidentUpdater(
            IncidentStore store,
            Notifier teller,
            RecipientResolver audience,
            Markers markers,
            Probe probe,
            Run run,
            List<String> lines) {
        this.store = store;
        this.teller = teller;
        this.audience = audience;
        this.markers = markers;
        this.probe = probe;
        this.run = run;
        this.lines = lines;
    }

    void on(StateCounterEntity row, Assessment finding) {
        Hysteresis damping = Hysteresis.of(row.key().concern());
        StateCounter before = row.standing();
        StateCounter next = before.after(finding.assessment(), damping);
        row.become(next, finding.broken(), run.slot().plannedAt(), IncidentEntity.end(run));
        finding.lines().forEach(line -> log(row, line));
        log(row, transition(before.state(), next, damping));
        follow(before.changeBy(finding.assessment(), damping), row, next.state(), finding);
    }

    private void follow(IncidentChange change, StateCounterEntity row, ProbeState state, Assessment finding) {
        switch (change) {
            case NONE -> {}
            case OPENED ->
                open(row, state, finding.inARow(row.standing(), row.key().concern()));
            case WORSENED, EASED -> store.open(row.key()).ifPresent(it -> become(it, row, state, finding));
            case RESOLVED -> store.open(row.key()).ifPresent(it -> resolve(it, row, finding));
        }
    }

    private void open(StateCounterEntity row, ProbeState state, Assessment finding) {
        IncidentEntity incident = new IncidentEntity(probe, run, row.key().concern(), state, finding.headline());
        store.add(incident);
        send(row, notice(incident, tone(state), finding.headline(), finding));
    }

    private void become(IncidentEntity incident, StateCounterEntity row, ProbeState state, Assessment finding) {
        boolean worseThanEver = state.isWorseThan(incident.worst());
        incident.become(state, finding.headline());
        if (worseThanEver) {
            send(row, notice(incident, tone(state), finding.headline(), finding));
        } else {
            log(row, LocalizedMessage.of("incident.log.notWorse", state.inline()));
        }
    }

    private void resolve(IncidentEntity incident, StateCounterEntity row, Assessment finding) {
        incident.resolve(run);
        String headline = LocalizedMessage.of("incident.headline.resolved", finding.headline(), lasted(incident))
                .toString();
        send(row, notice(incident, NoticeKind.RECOVERED, headline, finding));
    }

    private void send(StateCounterEntity row, Notice notice) {
        Optional<String> deploy =
                markers.recentDeploy(probe.id(), probe.tags(), notice.at()).map(Marker::title);
        deploy.ifPresent(title -> log(row, LocalizedMessage.of("incident.log.deploy", title)));
        Notice withDeploy = notice.after(deploy);
        ResolvedRecipients to = audience.resolve(probe.recipients());
        List<LocalizedMessage> log = notice.tone() == NoticeKind.RECOVERED
                ? teller.notifyRecovery(withDeploy, to)
                : teller.notifyProblem(withDeploy, to);
        log.forEach(line -> log(row, line));
        LOG.info(notice::subject);
    }

    private Notice notice(IncidentEntity incident, NoticeKind tone, String headline, Assessment finding) {
        return new Notice(
                incident.id(),
                incident.changes(),
                tone,
                probe.id(),
                probe.name(),
                probe.target().displayUrl(),
                run.slot().location(),
                run.id(),
                IncidentEntity.end(run),
                headline,
                finding.lines(),
                Optional.empty());
    }

    private void log(StateCounterEntity row, Object entry) {
        lines.add(row.key().concern().logLine(entry).toString());
    }

    /** The change of the state, with the streak of runs that can open or resolve an incident. */
    static LocalizedMessage transition(ProbeState before, StateCounter now, Hysteresis damping) {
        boolean opening = !now.state().isBad() && now.badInARow() > 0;
        boolean resolving = now.state().isBad() && now.goodInARow() > 0;
        String what = opening ? "opening" : "resolving";
        int runs = opening ? now.badInARow() : now.goodInARow();
        int needed = opening ? damping.toOpen() : damping.toResolve();
        boolean changed = before != now.state();
        if (!opening && !resolving) {
            return changed
                    ? LocalizedMessage.of(
                            "incident.log.state.changed",
                            before.inline(),
                            now.state().inline())
                    : LocalizedMessage.of("incident.log.state.unchanged", before.inline());
        }
        String key = "incident.log.state." + what;
        return changed
                ? LocalizedMessage.of(
                        key + "Changed", before.inline(), now.state().inline(), runs, needed)
                : LocalizedMessage.of(key, before.inline(), runs, needed);
    }

    static NoticeKind tone(ProbeState state) {
        return state == ProbeState.FAILING ? NoticeKind.FAILING : NoticeKind.DEGRADED;
    }

    private String lasted(IncidentEntity incident) {
        return DurationFormat.elapsed(Duration.between(incident.openedAt(), end()));
    }

    private Instant end() {
        return IncidentEntity.end(run);
    }
}
