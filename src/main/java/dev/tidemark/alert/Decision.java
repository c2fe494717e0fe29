package dev.tidemark.alert;

import dev.tidemark.audience.Addressees;
import dev.tidemark.audience.Audience;
import dev.tidemark.delivery.Notice;
import dev.tidemark.delivery.Tone;
import dev.tidemark.history.Run;
import dev.tidemark.marker.Marker;
import dev.tidemark.marker.Markers;
import dev.tidemark.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** What follows from one run's findings; each step leaves a line in the log of evaluations. */
final class Decision {

    private static final Logger LOG = Logger.getLogger(Decision.class.getName());

    private final IncidentStore store;
    private final Teller teller;
    private final Audience audience;
    private final Markers markers;
    private final Probe probe;
    private final Run run;
    private final List<String> lines;

    Decision(
            IncidentStore store,
            Teller teller,
            Audience audience,
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

    void on(StandingEntity row, Finding finding) {
        Damping damping = Damping.of(row.key().concern());
        Standing before = row.standing();
        Standing next = before.after(finding.assessment(), damping);
        row.become(next, finding.broken(), run.slot().plannedAt(), IncidentEntity.end(run));
        finding.lines().forEach(line -> log(row, line));
        log(row, before.state().label() + " -> " + next.state().label() + streak(next, damping));
        follow(before.changeBy(finding.assessment(), damping), row, next.state(), finding);
    }

    private void follow(Change change, StandingEntity row, State state, Finding finding) {
        switch (change) {
            case NONE -> {}
            case OPENED ->
                open(row, state, finding.inARow(row.standing(), row.key().concern()));
            case WORSENED, EASED -> store.open(row.key()).ifPresent(it -> become(it, row, state, finding));
            case RESOLVED -> store.open(row.key()).ifPresent(it -> resolve(it, row, finding));
        }
    }

    private void open(StandingEntity row, State state, Finding finding) {
        IncidentEntity incident = new IncidentEntity(probe, run, row.key().concern(), state, finding.headline());
        store.add(incident);
        tell(row, notice(incident, tone(state), finding.headline(), finding));
    }

    private void become(IncidentEntity incident, StandingEntity row, State state, Finding finding) {
        boolean worseThanEver = state.compareTo(incident.worst()) > 0;
        incident.become(state, finding.headline());
        if (worseThanEver) {
            tell(row, notice(incident, tone(state), finding.headline(), finding));
        } else {
            log(row, "not told: " + state.label() + " is no worse than what this incident has told already");
        }
    }

    private void resolve(IncidentEntity incident, StandingEntity row, Finding finding) {
        incident.resolve(run);
        String headline = finding.headline() + " after " + lasted(incident);
        tell(row, notice(incident, Tone.RECOVERED, headline, finding));
    }

    private void tell(StandingEntity row, Notice notice) {
        Optional<String> deploy =
                markers.recentDeploy(probe.id(), probe.tags(), notice.at()).map(Marker::title);
        deploy.ifPresent(title -> log(row, "soon after deploy " + title));
        Notice whole = notice.after(deploy);
        Addressees to = audience.resolve(probe.recipients());
        List<String> told = notice.tone() == Tone.RECOVERED ? teller.recover(whole, to) : teller.tell(whole, to);
        told.forEach(line -> log(row, line));
        LOG.info(notice::subject);
    }

    private Notice notice(IncidentEntity incident, Tone tone, String headline, Finding finding) {
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

    private void log(StandingEntity row, String line) {
        lines.add(row.key().concern().label() + ": " + line);
    }

    private static String streak(Standing standing, Damping damping) {
        boolean waits = !standing.state().isBad() && standing.badInARow() > 0;
        boolean heals = standing.state().isBad() && standing.goodInARow() > 0;
        if (waits) {
            return " (" + standing.badInARow() + " bad in a row, an incident opens at " + damping.toOpen() + ")";
        }
        return heals ? " (" + standing.goodInARow() + " good in a row, resolved at " + damping.toResolve() + ")" : "";
    }

    static Tone tone(State state) {
        return state == State.FAILING ? Tone.FAILING : Tone.DEGRADED;
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
