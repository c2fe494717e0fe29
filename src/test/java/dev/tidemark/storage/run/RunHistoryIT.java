package dev.tidemark.storage.run;

import static dev.tidemark.storage.run.HistoryFixture.NOW;
import static dev.tidemark.storage.run.HistoryFixture.SHOP;
import static dev.tidemark.storage.run.HistoryFixture.good;
import static dev.tidemark.storage.run.HistoryFixture.measurements;
import static dev.tidemark.storage.run.HistoryFixture.result;
import static dev.tidemark.storage.run.HistoryFixture.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.SeriesKey;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunHistoryIT {
    private static HistoryFixture fixture;
    private static RunHistory history;

    @BeforeAll
    static void open() throws SQLException {
        fixture = HistoryFixture.fresh();
        history = fixture.history();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Nested
    class GivenASlotThatIsClaimed {
        private final Slot slot = slot(new ProbeId("claimed-" + System.nanoTime()), NOW.plusNanos(1_234_567));
        private final RunTicket ticket = history.claim(slot, true).orElseThrow();

        @Test
        void whenItIsClaimedAgain_thenThereIsNoSecondTicket() {
            assertThat(history.claim(slot, false)).isEmpty();
        }

        @Test
        void whenItIsFound_thenItIsQueuedAndPlannedToTheMillisecond() {
            Run run = history.find(ticket.run()).orElseThrow();

            assertThat(run.state()).isEqualTo(RunState.QUEUED);
            assertThat(run.requested()).isTrue();
            assertThat(run.slot().plannedAt()).isEqualTo(NOW.plusMillis(1));
            assertThat(run.outcome()).isEmpty();
            assertThat(history.find(slot)).contains(run);
        }

        @Test
        void whenItIsStartedTwice_thenOnlyTheFirstCounts() {
            boolean first = history.start(ticket, NOW);
            boolean second = history.start(ticket, NOW);

            assertThat(history.find(ticket.run()).orElseThrow().state()).isEqualTo(RunState.RUNNING);
            assertThat(first).isTrue();
            assertThat(second).isFalse();
        }

        @Test
        void whenItEndsTwice_thenTheFirstOutcomeStays() {
            history.end(ticket, OutcomeType.MISSED, "nobody was there", NOW);

            assertThat(history.end(ticket, OutcomeType.ABANDONED, "late", NOW)).isEmpty();
            assertThat(history.find(ticket.run())
                            .orElseThrow()
                            .outcome()
                            .orElseThrow()
                            .kind())
                    .isEqualTo(OutcomeType.MISSED);
        }
    }

    @Nested
    class GivenARunThatWasTakenOver {
        private final Slot slot = slot(new ProbeId("taken-" + System.nanoTime()), NOW);
        private final RunTicket dead = fixture.started(slot);
        private final RunTicket next = history.takeOver(dead.run()).orElseThrow();

        @Test
        void whenTheOlderAttemptRecords_thenItsResultIsRejected() {
            assertThat(history.record(dead, result(good("LCP", 1)), NOW)).isEmpty();
            assertThat(fixture.series()
                            .points(new SeriesKey(slot.probe(), Metric.LCP), new Interval(NOW, NOW.plusSeconds(1)), 10))
                    .isEmpty();
        }

        @Test
        void whenTheNewAttemptRuns_thenItsResultCounts() {
            assertThat(next.attempt()).isEqualTo(2);
            assertThat(history.start(next, NOW)).isTrue();

            Run run = history.record(next, result(good("LCP", 2)), NOW).orElseThrow();

            assertThat(run.attempt()).isEqualTo(2);
            assertThat(run.measurements()).isEqualTo(measurements("LCP", 2));
        }

        @Test
        void whenItHasEnded_thenItCannotBeTakenOver() {
            history.end(next, OutcomeType.ABANDONED, "gone", NOW);

            assertThat(history.takeOver(dead.run())).isEmpty();
        }
    }

    @Nested
    class GivenARecordedRunOfThreeSamples {
        private final Slot slot = slot(new ProbeId("recorded-" + System.nanoTime()), NOW);
        private final Run run = history.record(
                        fixture.started(slot),
                        result(good("LCP", 1800.5, "MARK:hero", 5), good("LCP", 1900, "CLS", 0.25), good("LCP", 2500)),
                        NOW.plusSeconds(30))
                .orElseThrow();

        @Test
        void whenItIsFound_thenItHasMediansReasonsAndRepresentativeSample() {
            assertThat(run.measurements()).isEqualTo(measurements("LCP", 1900, "CLS", 0.25, "MARK:hero", 5));
            assertThat(run.absent()).singleElement().satisfies(one -> {
                assertThat(one.metric()).isEqualTo(Metric.INP);
                assertThat(one.reason()).isEqualTo("no interaction");
            });
            assertThat(run.representative()).hasValue(1);
            assertThat(run.engine()).contains(HistoryFixture.ENGINE);
            assertThat(run.finishedAt()).contains(NOW.plusSeconds(30));
            assertThat(history.find(run.id())).contains(run);
        }

        @Test
        void whenItsProfileIsQueried_thenItHasTheValuesOfThatTime() {
            assertThat(history.conditions(run.id())).contains(new RunConditions(HistoryFixture.DESKTOP, 1_000));
        }

        @Test
        void whenItsSamplesAreRead_thenTheyEqualTheRecordedOnes() {
            assertThat(history.samples(run.id())).hasSize(3).first().isEqualTo(good("LCP", 1800.5, "MARK:hero", 5));
        }

        @Test
        void whenAMetricIsOfAStep_thenItHasASeriesOfItsOwn() {
            Slot journey = slot(new ProbeId("steps-" + System.nanoTime()), NOW);
            Run ended = fixture.recorded(journey, "LCP", 1800, "STEP:2:LCP", 700);
            Metric second = Metric.of("STEP:2:LCP");

            assertThat(ended.measurements().find(second)).isPresent();
            assertThat(fixture.series()
                            .points(new SeriesKey(journey.probe(), second), new Interval(NOW, NOW.plusMillis(1)), 10))
                    .containsExactly(new Point(NOW, 700, ended.id()));
        }

        @Test
        void whenAPointIsQueried_thenItIsTheMedian() {
            assertThat(fixture.series()
                            .points(
                                    new SeriesKey(slot.probe(), LocationName.DEFAULT, Metric.LCP),
                                    new Interval(NOW, NOW.plusMillis(1)),
                                    10))
                    .containsExactly(new Point(NOW, 1900, run.id()));
        }

        @Test
        void whenAnotherLocationIsQueried_thenThereIsNoPoint() {
            LocationName paris = new LocationName("paris");
            assertThat(fixture.series()
                            .points(
                                    new SeriesKey(slot.probe(), paris, Metric.LCP),
                                    new Interval(NOW, NOW.plusMillis(1)),
                                    10))
                    .isEmpty();
        }

        @Test
        void whenTheRangeEndsAtTheRun_thenItIsNotInside() {
            assertThat(fixture.series()
                            .points(
                                    new SeriesKey(slot.probe(), Metric.LCP),
                                    new Interval(NOW.minusSeconds(9), NOW),
                                    10))
                    .isEmpty();
        }
    }

    @Nested
    class GivenSevenRunsOfWhichTwoFailed {
        private final ProbeId probe = new ProbeId("seven-" + System.nanoTime());

        {
            for (int i = 0; i < 7; i++) {
                Slot slot = slot(probe, NOW.plus(Duration.ofMinutes(i)));
                if (i % 3 == 2) {
                    fixture.failed(slot, OutcomeType.TIMEOUT);
                } else {
                    fixture.recorded(slot, "LCP", 1000 + i);
                }
            }
        }

        @Test
        void whenTheyAreListedInPages_thenEachIsListedOnceNewestFirst() {
            Page<Run> first = history.list(query(Optional.empty(), 3, Optional.empty()));
            Page<Run> second = history.list(query(Optional.empty(), 3, first.next()));
            Page<Run> third = history.list(query(Optional.empty(), 3, second.next()));

            assertThat(minutes(first)).containsExactly(6L, 5L, 4L);
            assertThat(minutes(second)).containsExactly(3L, 2L, 1L);
            assertThat(minutes(third)).containsExactly(0L);
            assertThat(third.next()).isEmpty();
        }

        @Test
        void whenOnlyTimeoutsAreQueried_thenOnlyTheyAreListed() {
            assertThat(minutes(history.list(query(Optional.of(OutcomeType.TIMEOUT), 50, Optional.empty()))))
                    .containsExactly(5L, 2L);
        }

        @Test
        void whenTheLastThreeAreQueried_thenTheFailedOneIsAmongThem() {
            assertThat(history.last(probe, LocationName.DEFAULT, 3))
                    .extracting(run -> run.outcome().orElseThrow().kind())
                    .containsExactly(OutcomeType.OK, OutcomeType.TIMEOUT, OutcomeType.OK);
        }

        @Test
        void whenPointsAreQueried_thenFailedRunsHaveNone() {
            assertThat(fixture.series()
                            .points(new SeriesKey(probe, Metric.LCP), new Interval(NOW, NOW.plusSeconds(3600)), 3))
                    .extracting(Point::value)
                    .containsExactly(1003.0, 1004.0, 1006.0);
        }

        @Test
        void whenTheLatestOfAllProbesAreQueried_thenThisOneIsThereOnce() {
            assertThat(history.latest())
                    .filteredOn(run -> run.slot().probe().equals(probe))
                    .extracting(run -> run.slot().plannedAt())
                    .containsExactly(NOW.plusSeconds(360));
        }

        @Test
        void whenTheyAreCounted_thenEachOutcomeHasItsNumber() {
            assertThat(history.counts(new Interval(NOW, NOW.plusSeconds(3600))))
                    .filteredOn(count -> count.probe().equals(probe))
                    .extracting(OutcomeCount::runs)
                    .containsExactly(5L, 2L);
        }

        private RunQuery query(Optional<OutcomeType> outcome, int limit, Optional<String> cursor) {
            return new RunQuery(probe, Optional.empty(), Optional.empty(), outcome, Optional.empty(), limit, cursor);
        }

        private List<Long> minutes(Page<Run> page) {
            return page.items().stream()
                    .map(run -> Duration.between(NOW, run.slot().plannedAt()).toMinutes())
                    .toList();
        }
    }

    @Nested
    class GivenARunInMaintenance {
        private final Slot slot = slot(new ProbeId("maintained-" + System.nanoTime()), NOW);
        private final RunTicket ticket = fixture.started(slot);

        @Test
        void whenItIsRecorded_thenItHasMetricsButIsExcluded() {
            history.flagMaintenance(ticket, "Patch day");
            Run run = history.record(ticket, result(good("LCP", 1)), NOW).orElseThrow();
            RunQuery query = new RunQuery(
                    slot.probe(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    10,
                    Optional.empty());

            assertThat(run.maintenance()).contains("Patch day");
            assertThat(run.measurements()).isEqualTo(measurements("LCP", 1));
            assertThat(fixture.series()
                            .points(new SeriesKey(slot.probe(), Metric.LCP), new Interval(NOW, NOW.plusSeconds(1)), 10))
                    .isEmpty();
            assertThat(history.list(query).items()).containsExactly(run);
            assertThat(history.list(query.counted()).items()).isEmpty();
            assertThat(history.counts(new Interval(NOW, NOW.plusSeconds(1))))
                    .noneMatch(count -> count.probe().equals(slot.probe()));
        }

        @Test
        void whenItHasEnded_thenItIsAmongRecentlyEndedRuns() {
            Run run = history.end(ticket, OutcomeType.INTERNAL, "", NOW).orElseThrow();

            assertThat(history.recentlyEnded(slot.location(), NOW.minusMillis(1), NOW.plusMillis(1)))
                    .contains(run.id());
            assertThat(history.recentlyEnded(slot.location(), NOW, NOW.plusMillis(1)))
                    .doesNotContain(run.id());
            assertThat(history.recentlyEnded(slot.location(), NOW.minusMillis(1), NOW))
                    .doesNotContain(run.id());
        }
    }

    @Nested
    class GivenARunThatWasQueuedAndNeverRan {
        @Test
        void whenIncompleteRunsAreQueried_thenItIsListedUntilItEnds() {
            LocationName far = new LocationName("far-" + System.nanoTime());
            RunTicket ticket = history.claim(new Slot(SHOP, far, NOW), false).orElseThrow();

            assertThat(history.unfinishedSince(far, NOW)).isEmpty();
            assertThat(history.unfinishedSince(far, NOW.plusMillis(1)))
                    .extracting(Run::id)
                    .containsExactly(ticket.run());

            history.end(ticket, OutcomeType.ABANDONED, "gone", NOW);
            assertThat(history.unfinishedSince(far, NOW.plusMillis(1))).isEmpty();
        }
    }
}
