package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeScenario.maintained;
import static dev.tidemark.alerting.incident.ProbeScenario.ok;
import static dev.tidemark.model.metric.Metric.LCP;
import static dev.tidemark.model.probe.Severity.CRITICAL;
import static dev.tidemark.model.probe.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.storage.run.Run;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Invariants of notifications under random sequences of runs, maintenance, acknowledgements, reminders and escalation. */
class NotificationScenariosIT {

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS = 9;
    private static NotificationFixture room;
    private int known;

    @BeforeAll
    static void open() throws SQLException {
        room = new NotificationFixture();
        room.list(
                "team",
                "{\"members\": [\"a@shop.example\", \"b@shop.example\"], \"remindEvery\": \"PT15M\","
                        + " \"escalateAfter\": \"PT20M\", \"escalateTo\": \"boss\"}");
        room.list("boss", "{\"members\": [\"boss@shop.example\"], \"remindEvery\": \"PT15M\"}");
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @RepeatedTest(200)
    void givenARandomSequence_whenItEnds_thenEachTransitionWasNotifiedOnceToItsRecipients(RepetitionInfo repetition) {
        int walk = repetition.getCurrentRepetition();
        room.entities.inTransaction(() -> walk(new Random(walk), room.probe("walk-" + walk, "list:team")));
    }

    /** In one transaction, because a connection per step would dominate the duration. */
    private void walk(Random random, Probe probe) {
        for (int step = 0; step < STEPS; step++) {
            room.clock.advance(STEP);
            step(random, probe);
        }
        room.clock.advance(STEP);
        room.note(probe, run(probe), Verdicts.kept(LCP, CRITICAL));

        letters(probe).values().forEach(NotificationScenariosIT::checkIncident);
    }

    private void step(Random random, Probe probe) {
        switch (random.nextInt(8)) {
            case 0, 1 -> note(random, probe, CRITICAL);
            case 2 -> note(random, probe, WARNING);
            case 3 -> {
                room.note(probe, run(probe), Verdicts.kept(LCP, CRITICAL));
                count(probe);
            }
            case 4 -> {
                int before = known;
                room.note(probe, maintained(run(probe), "Patch day"), Verdicts.broken(LCP, CRITICAL));
                assertThat(count(probe)).as("told in maintenance").isEqualTo(before);
            }
            case 5 -> acknowledge(probe);
            default -> remind(probe);
        }
    }

    private void note(Random random, Probe probe, dev.tidemark.model.probe.Severity severity) {
        Optional<Incident> before = open(probe);
        int letters = known;
        room.note(probe, run(probe), Verdicts.broken(LCP, severity));
        boolean worse = before.isEmpty() || before.get().worst() == ProbeState.DEGRADED && severity == CRITICAL;
        assertThat(count(probe) > letters)
                .as("each worsening is told, nothing else is")
                .isEqualTo(worse);
    }

    private void acknowledge(Probe probe) {
        open(probe)
                .ifPresent(incident -> room.entities.inTransaction(() -> room.actions.acknowledge(
                        incident.id(),
                        "Ada",
                        Optional.of(room.clock.instant().plus(Duration.ofMinutes(30))),
                        Optional.empty())));
    }

    private void remind(Probe probe) {
        Optional<Incident> incident = open(probe);
        int before = known;
        room.remind();
        boolean silenced = incident.flatMap(Incident::acknowledgement)
                .flatMap(Incident.Acknowledgement::until)
                .filter(until -> room.clock.instant().isBefore(until))
                .isPresent();
        if (incident.isEmpty() || silenced) {
            assertThat(count(probe))
                    .as("reminded of nothing, or in spite of Ada")
                    .isEqualTo(before);
        } else {
            count(probe);
        }
    }

    /** Per recipient of an incident: first a problem, at most one recovery, which is the last, and unique numbers. */
    private static void checkIncident(List<Notification> letters) {
        Map<String, List<Notification>> each = letters.stream().collect(Collectors.groupingBy(Notification::recipient));
        each.values().forEach(mine -> {
            List<NoticeKind> tones =
                    mine.stream().map(one -> one.notice().kind()).toList();
            assertThat(tones.get(0)).isNotEqualTo(NoticeKind.RECOVERED);
            assertThat(tones.indexOf(NoticeKind.RECOVERED)).isEqualTo(tones.size() - 1);
            assertThat(mine).extracting(one -> one.notice().number()).doesNotHaveDuplicates();
        });
        Instant begun = letters.get(0).createdAt();
        assertThat(each.getOrDefault("boss@shop.example", List.of()))
                .allSatisfy(one -> assertThat(one.createdAt()).isAfterOrEqualTo(begun.plus(Duration.ofMinutes(15))));
        assertThat(each).containsKeys("a@shop.example", "b@shop.example");
    }

    /** The run at the current time. */
    private static Run run(Probe probe) {
        Duration since = Duration.between(ProbeScenario.START, room.clock.instant());
        return ok(probe, (int) since.dividedBy(STEP));
    }

    private Optional<Incident> open(Probe probe) {
        return room.entities.inTransaction(() -> room
                .incidents
                .list(new IncidentQuery(IncidentFilter.ALL.open(true).probes(Set.of(probe.id())), 1, Optional.empty()))
                .items()
                .stream()
                .findFirst());
    }

    private int count(Probe probe) {
        known = letters(probe).values().stream().mapToInt(List::size).sum();
        return known;
    }

    private Map<UUID, List<Notification>> letters(Probe probe) {
        return room.outbox.of(probe.id()).stream()
                .collect(Collectors.groupingBy(one -> one.notice().incident()));
    }
}
