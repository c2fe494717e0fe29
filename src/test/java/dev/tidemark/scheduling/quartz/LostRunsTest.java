package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.NodeName;
import dev.tidemark.scheduling.timetable.Timetable;
import dev.tidemark.storage.node.Node;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
import dev.tidemark.storage.spool.ResultSpool;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostRunsTest {

    private static final Instant BORN = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemoryHistory history = new InMemoryHistory();
    private final HandClock clock = new HandClock();
    private final InMemoryNodes nodes = new InMemoryNodes();
    private final DatabaseOutages outages = new DatabaseOutages();
    private final ActiveRuns activeRuns = new ActiveRuns();

    @TempDir
    private Path data;

    private LostRuns lostRuns(boolean enabled, Instant definedAt) {
        return lostRuns(new InMemoryCatalog().with(InMemoryCatalog.probe("shop", enabled), definedAt));
    }

    private LostRuns lostRuns(InMemoryCatalog catalogue) {
        ScheduleSettings here = new ScheduleSettings("default");
        RunRequests requests = new RunRequests(history, null, here, clock);
        TriggerSync triggers = new TriggerSync(catalogue, history, requests, here, clock);
        LossReasons reasons = new LossReasons(history, nodes, outages, clock);
        return new LostRuns(
                catalogue,
                history,
                requests,
                triggers,
                activeRuns,
                new ResultSpool(data.toString()),
                reasons,
                outages,
                clock);
    }

    private List<String> missedDetails() {
        return history.all().stream()
                .map(Run::outcome)
                .map(outcome -> outcome.orElseThrow())
                .filter(outcome -> outcome.kind() == OutcomeType.MISSED)
                .map(outcome -> outcome.detail())
                .toList();
    }

    @Nested
    class GivenAProbeThatRunsEachMinute {

        @Test
        void whenTidemarkWasDownForTenMinutes_thenTenSlotsAreMissedWithAReason() {
            LostRuns lost = lostRuns(true, BORN.minus(Duration.ofMinutes(13)));
            lost.recordMissed();

            assertThat(missedDetails()).hasSize(10).containsOnly("Tidemark was not running");
        }

        @Test
        void whenASlotHasARun_thenItIsUnchanged() {
            Instant definedAt = BORN.minus(Duration.ofMinutes(13));
            Instant planned = new Timetable(
                            InMemoryCatalog.probe("shop", true).cadence(), new ProbeId("shop"), LocationName.DEFAULT)
                    .between(definedAt, BORN, 1)
                    .get(0);
            history.claim(new Slot(new ProbeId("shop"), LocationName.DEFAULT, planned), false);
            lostRuns(true, definedAt).recordMissed();

            assertThat(history.all()).hasSize(10);
            assertThat(history.all().get(0).outcome()).isEmpty();
        }

        @Test
        void whenItIsCheckedAgain_thenNothingIsRecordedTwice() {
            LostRuns lost = lostRuns(true, BORN.minus(Duration.ofMinutes(13)));
            lost.recordMissed();
            lost.recordMissed();

            assertThat(missedDetails()).hasSize(10);
        }

        @Test
        void whenSlotsAreLostWhileItRuns_thenTheDetailNamesTheBrowsersInsteadOfADowntime() {
            LostRuns lost = lostRuns(true, BORN);
            clock.now = BORN.plus(Duration.ofMinutes(8));
            lost.recordMissed();

            assertThat(missedDetails())
                    .hasSize(5)
                    .allMatch(detail -> detail.equals("no browser was free within a minute of the scheduled time"));
        }

        @Test
        void whenASlotIsWithinTheGracePeriod_thenItIsNotMissed() {
            LostRuns lost = lostRuns(true, BORN);
            clock.now = BORN.plus(Duration.ofMinutes(3));
            lost.recordMissed();

            assertThat(history.all()).isEmpty();
        }

        @Test
        void whenItIsPaused_thenNothingIsMissed() {
            lostRuns(false, BORN.minus(Duration.ofMinutes(13))).recordMissed();

            assertThat(history.all()).isEmpty();
        }
    }

    @Nested
    class GivenANightInWhichTheClocksAreTurned {

        private List<Instant> missed(String cron, String from, String to) {
            clock.now = Instant.parse(to).plus(Duration.ofMinutes(3));
            Cadence cadence = new Cadence.Cron(cron, ZoneId.of("Europe/Berlin"));
            InMemoryCatalog catalogue =
                    new InMemoryCatalog().with(InMemoryCatalog.probe("shop", true, cadence), Instant.parse(from));
            lostRuns(catalogue).recordMissed();
            return history.all().stream()
                    .map(run -> run.slot().plannedAt())
                    .sorted()
                    .toList();
        }

        @Test
        void whenTidemarkWasDownInTheRepeatedHour_thenItsSlotsAreMissed() {
            assertThat(missed("0 */15 * * * ?", "2027-10-31T00:00:00Z", "2027-10-31T02:00:00Z"))
                    .isEqualTo(Stream.iterate(Instant.parse("2027-10-31T00:15:00Z"), at -> at.plusSeconds(900))
                            .limit(8)
                            .toList());
        }

        @Test
        void whenTidemarkWasDownAtASkippedTime_thenTheSlotAfterTheGapIsMissed() {
            assertThat(missed("0 30 2 * * ?", "2027-03-28T00:00:00Z", "2027-03-28T04:00:00Z"))
                    .containsExactly(Instant.parse("2027-03-28T01:30:00Z"));
        }
    }

    @Nested
    class GivenAnOutageOfTheDatabase {

        @Test
        void whenSlotsWereDueDuringIt_thenTheReasonNamesItAndOtherSlotsHaveAnotherReason() {
            LostRuns lost = lostRuns(true, BORN);
            outages.succeeded(BORN.plus(Duration.ofMinutes(1)));
            outages.failed(BORN.plus(Duration.ofMinutes(1)).plusSeconds(30));
            outages.failed(BORN.plus(Duration.ofMinutes(2)));
            outages.succeeded(BORN.plus(Duration.ofMinutes(3)));
            clock.now = BORN.plus(Duration.ofMinutes(8));
            lost.recordMissed();

            assertThat(missedDetails()).hasSize(5);
            assertThat(missedDetails())
                    .filteredOn(detail ->
                            detail.startsWith("the database was unreachable from 1 January 2026, 12:01:00 UTC to"))
                    .hasSize(2);
        }
    }

    @Nested
    class GivenARunOfANode {

        private final Slot slot = new Slot(new ProbeId("shop"), LocationName.DEFAULT, BORN);
        private RunTicket ticket;

        private void startOn(String node) {
            ticket = history.claim(slot, false).orElseThrow();
            history.start(ticket, BORN);
            history.executedBy(ticket.run(), node);
        }

        private void requeueAfter(Duration passed) {
            LostRuns lost = lostRuns(true, BORN);
            clock.now = BORN.plus(passed);
            lost.requeueStranded();
        }

        private int attempt() {
            return history.find(slot).orElseThrow().attempt();
        }

        private Node node(String name, Instant lastSeen) {
            return new Node(name, LocationName.DEFAULT, "1", BORN, lastSeen, Optional.empty());
        }

        @Test
        void whenTheNodeHasFailed_thenTheRunIsQueuedAgain() {
            startOn("web1-1");
            nodes.with(node("web1-1", BORN.plusSeconds(10)));
            requeueAfter(Duration.ofSeconds(61));

            assertThat(attempt()).isEqualTo(2);
            assertThat(history.find(slot).orElseThrow().state()).isEqualTo(RunState.QUEUED);
        }

        @Test
        void whenTheNodeIsAlive_thenTheRunIsLeftToIt() {
            startOn("web1-1");
            nodes.with(node("web1-1", BORN.plusSeconds(60)));
            requeueAfter(Duration.ofSeconds(61));

            assertThat(attempt()).isEqualTo(1);
        }

        @Test
        void whenThisNodeIsStillExecutingIt_thenItIsUnchanged() {
            startOn(NodeName.ofThisProcess());
            activeRuns.begin(ticket);
            requeueAfter(Duration.ofMinutes(10));

            assertThat(attempt()).isEqualTo(1);
        }

        @Test
        void whenThisNodeCouldNotRecordItsEnd_thenItIsQueuedAgain() {
            startOn(NodeName.ofThisProcess());
            requeueAfter(Duration.ofSeconds(61));

            assertThat(attempt()).isEqualTo(2);
        }

        @Test
        void whenItIsAbandoned_thenTheReasonNamesTheNodeAndSinceWhen() {
            startOn("web1-1");
            nodes.with(node("web1-1", BORN.plusSeconds(10)));
            LostRuns lost = lostRuns(true, BORN);
            clock.now = BORN.plus(Duration.ofMinutes(46));
            lost.endAbandoned();

            assertThat(history.find(slot).orElseThrow().outcome().orElseThrow().detail())
                    .contains("web1-1", "has not responded since 1 January 2026, 12:00:10 UTC");
        }

        @Test
        void whenTheDatabaseHasJustComeBack_thenNothingIsAbandonedYet() {
            startOn("web1-1");
            LostRuns lost = lostRuns(true, BORN);
            clock.now = BORN.plus(Duration.ofMinutes(46));
            outages.failed(BORN);
            outages.succeeded(clock.now.minusSeconds(2));
            lost.endAbandoned();

            assertThat(history.find(slot).orElseThrow().outcome()).isEmpty();
        }
    }

    @Nested
    class GivenARunWithoutEnd {

        @Test
        void whenItIsOlderThanTheLongestRun_thenItIsAbandoned() {
            Slot slot = new Slot(new ProbeId("shop"), LocationName.DEFAULT, BORN);
            history.claim(slot, false);
            LostRuns lost = lostRuns(true, BORN);
            clock.now = BORN.plus(Duration.ofMinutes(45));
            lost.endAbandoned();
            assertThat(history.find(slot).orElseThrow().outcome()).isEmpty();

            clock.now = BORN.plus(Duration.ofMinutes(45)).plusMillis(1);
            lost.endAbandoned();
            assertThat(history.find(slot).orElseThrow().outcome().orElseThrow().kind())
                    .isEqualTo(OutcomeType.ABANDONED);
        }
    }

    private static final class HandClock extends Clock {
        private Instant now = BORN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
