package dev.tidemark.change;

import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.observation.Slot;
import dev.tidemark.probe.Probe;
import dev.tidemark.trend.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Closes the cases that are decided: what is sure is told once, with all that moved at the same time. */
final class Ruling {
    /** Changes that begin within this time of each other are taken for one. */
    private static final Duration TOGETHER = Duration.ofHours(1);

    private static final Duration FURTHEST = Duration.ofDays(90);

    private final RunHistory history;
    private final Baselines baselines;
    private final ChangeStore store;
    private final ChangeTeller teller;
    private final Probe probe;
    private final Run run;
    private final Slot slot;
    private final Instant now;

    Ruling(RunHistory history, Baselines baselines, ChangeStore store, ChangeTeller teller, Probe probe, Run run) {
        this.history = history;
        this.baselines = baselines;
        this.store = store;
        this.teller = teller;
        this.probe = probe;
        this.run = run;
        this.slot = run.slot();
        this.now = teller.now();
    }

    void decide(List<ChangeEntity> cases) {
        List<ChangeEntity> sure = new ArrayList<>();
        for (ChangeEntity one : cases) {
            switch (one.trial().state(baselines.watched())) {
                case OPEN -> {}
                case REFUTED -> one.refute(run, now);
                case CONFIRMED -> sure.add(one);
            }
        }
        if (!sure.isEmpty()) {
            confirm(sure, cases);
        }
    }

    private void confirm(List<ChangeEntity> sure, List<ChangeEntity> cases) {
        Direction direction = sure.get(0).direction();
        List<ChangeEntity> moved = new ArrayList<>(sure);
        cases.stream()
                .filter(one -> one.isOpen()
                        && !sure.contains(one)
                        && one.direction() == direction
                        && one.trial().support() > 0)
                .forEach(moved::add);
        List<Change> changes = new ArrayList<>();
        UUID with = told(direction, moved.get(0).beganAt());
        for (ChangeEntity one : moved) {
            Optional<Comparison> found = compare(one);
            if (found.filter(Comparison::isBeyondNoise).isPresent()) {
                one.confirm(found.get(), run, now, with);
                with = with == null ? one.id() : with;
                changes.add(one.toRecord());
            } else if (sure.contains(one)) {
                one.refute(run, now);
            }
        }
        if (!changes.isEmpty() && changes.get(0).toldWith().isEmpty()) {
            teller.tell(probe, ChangeWords.notice(probe, run, changes));
        }
    }

    /** The change of the same direction that was told already; null for none. */
    private UUID told(Direction direction, Instant began) {
        return store.toldSince(slot, began.minus(TOGETHER)).stream()
                .filter(one -> one.direction() == direction)
                .findFirst()
                .map(ChangeEntity::id)
                .orElse(null);
    }

    /** What was usual against the runs that were heard, none of which raised the suspicion; as at this time of the day. */
    private Optional<Comparison> compare(ChangeEntity one) {
        return Comparison.of(
                values(one, one.beganAt().minus(FURTHEST), one.beganAt(), Usual.LATEST),
                values(one, one.suspectedAt().plusMillis(1), slot.plannedAt().plusMillis(1), Usual.LATEST));
    }

    private double[] values(ChangeEntity one, Instant from, Instant to, int limit) {
        Season season = baselines.season(slot, one.metric());
        double here = season.at(slot.plannedAt());
        return history.points(slot.probe(), Optional.of(slot.location()), one.metric(), from, to, limit).stream()
                .mapToDouble(point -> point.value() * here / season.at(point.at()))
                .toArray();
    }
}
