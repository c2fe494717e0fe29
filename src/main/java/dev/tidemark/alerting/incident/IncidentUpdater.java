package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** What follows from one run's findings; each step leaves a line in the log of evaluations. */
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
        log(row, before.state().label() + " -> " + next.state().label() + streak(next, damping));
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
        tell(row, notice(incident, tone(state), finding.headline(), finding));
    }

    private void become(IncidentEntity incident, StateCounterEntity row, ProbeState state, Assessment finding) {
        boolean worseThanEver = state.isWorseThan(incident.worst());
        incident.become(state, finding.headline());
        if (worseThanEver) {
            tell(row, notice(incident, tone(state), finding.headline(), finding));
        } else {
            log(row, "not told: " + state.label() + " is no worse than what this incident has told already");
        }
    }

    private void resolve(IncidentEntity incident, StateCounterEntity row, Assessment finding) {
        incident.resolve(run);
        String headline = finding.headline() + " after " + lasted(incident);
        tell(row, notice(incident, NoticeKind.RECOVERED, headline, finding));
    }

    private void tell(StateCounterEntity row, Notice notice) {
        Optional<String> deploy =
                markers.recentDeploy(probe.id(), probe.tags(), notice.at()).map(Marker::title);
        deploy.ifPresent(title -> log(row, "soon after deploy " + title));
        Notice whole = notice.after(deploy);
        ResolvedRecipients to = audience.resolve(probe.recipients());
        List<String> told = notice.tone() == NoticeKind.RECOVERED ? teller.recover(whole, to) : teller.tell(whole, to);
        told.forEach(line -> log(row, line));
        LOG.info(notice::subject);
    }

    private Notice notice(IncidentEntity incident, NoticeKind tone, String headline, Assessment finding) {
        return new Notice(
                incident.id(),
                incident.changes(),
                tone,
                probe.id(),
                probe.name(),
                probe.target().shownUrl(),
                run.slot().location(),
                run.id(),
                IncidentEntity.end(run),
                headline,
                finding.lines(),
                Optional.empty());
    }

    private void log(StateCounterEntity row, String line) {
        lines.add(row.key().concern().label() + ": " + line);
    }

    private static String streak(StateCounter standing, Hysteresis damping) {
        boolean waits = !standing.state().isBad() && standing.badInARow() > 0;
        boolean heals = standing.state().isBad() && standing.goodInARow() > 0;
        if (waits) {
            return " (" + standing.badInARow() + " bad in a row, an incident opens at " + damping.toOpen() + ")";
        }
        return heals ? " (" + standing.goodInARow() + " good in a row, resolved at " + damping.toResolve() + ")" : "";
    }

    static NoticeKind tone(ProbeState state) {
        return state == ProbeState.FAILING ? NoticeKind.FAILING : NoticeKind.DEGRADED;
    }

    private String lasted(IncidentEntity incident) {
        return lasted(Duration.between(incident.openedAt(), end()));
    }

    static String lasted(Duration span) {
        if (span.toMinutes() < 1) {
            return Math.max(0, span.toSeconds()) + " s";
        }
        return span.toHours() < 1 ? span.toMinutes() + " min" : span.toHours() + " h " + span.toMinutesPart() + " min";
    }

    private Instant end() {
        return IncidentEntity.end(run);
    }
}
