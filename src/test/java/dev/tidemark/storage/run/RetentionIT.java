package dev.tidemark.storage.run;

import static dev.tidemark.storage.run.HistoryFixture.good;
import static dev.tidemark.storage.run.HistoryFixture.result;
import static dev.tidemark.storage.run.HistoryFixture.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.SeriesKey;
import dev.tidemark.storage.timeseries.ValueSummary;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RetentionIT {
    private static final ProbeId PROBE = new ProbeId("kept");
    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");
    private HistoryFixture fixture;
    private RunHistory history;
    private Retention retention;

    @BeforeEach
    void open() throws SQLException {
        fixture = HistoryFixture.fresh();
        history = fixture.history();
        RetentionTasks upkeep = fixture.persistence().bean(RetentionTasks.class, RetentionTasks::new);
        retention = new Retention(
                upkeep, new RetentionSettings(Duration.ofDays(400), Duration.ofDays(90), Duration.ofDays(14)));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<ValueSummary> days(Instant from, Instant to) {
        return fixture.series().days(new SeriesKey(PROBE, LocationName.DEFAULT, Metric.LCP), new Interval(from, to));
    }

    @Nested
    class GivenTwoDaysOfRuns {
        @BeforeEach
        void record() {
            fixture.recorded(slot(PROBE, DAY), "LCP", 1000);
            fixture.recorded(slot(PROBE, DAY.plus(Duration.ofHours(23))), "LCP", 3000);
            fixture.recorded(slot(PROBE, DAY.plus(Duration.ofHours(24))), "LCP", 5000);
        }

        @Test
        void whenTheSecondHasNotEnded_thenOnlyTheFirstIsSummarized() {
            assertThat(retention.run(DAY.plus(Duration.ofHours(25))).days()).isEqualTo(1);
            assertThat(retention.run(DAY.plus(Duration.ofHours(25))).days()).isZero();
        }

        @Test
        void whenDaysAreRead_thenSummariesMakeNoDifference() {
            List<Double> before = medians();
            retention.run(DAY.plus(Duration.ofHours(25)));

            assertThat(medians()).isEqualTo(before).containsExactly(2000.0, 5000.0);
        }

        @Test
        void whenAResultIsLate_thenTheDayIsSummarizedAgain() {
            retention.run(DAY.plus(Duration.ofDays(2)));
            fixture.recorded(slot(PROBE, DAY.plus(Duration.ofHours(12))), "LCP", 1500);
            assertThat(medians()).containsExactly(1500.0, 5000.0);

            assertThat(retention.run(DAY.plus(Duration.ofDays(2))).days()).isEqualTo(1);
            assertThat(medians()).containsExactly(1500.0, 5000.0);
        }

        @Test
        void whenTheRangeCutsADay_thenOnlyItsPartCounts() {
            retention.run(DAY.plus(Duration.ofDays(2)));

            assertThat(days(DAY.plusSeconds(1), DAY.plus(Duration.ofDays(1))))
                    .extracting(ValueSummary::runs)
                    .containsExactly(1);
        }

        @Test
        void whenTheRunsAreTooOld_thenTheyAreDeletedAndTheirSummariesStay() {
            Retention.RetentionResult swept = retention.run(DAY.plus(Duration.ofDays(450)));

            assertThat(swept.days()).isEqualTo(2);
            assertThat(history.last(PROBE, LocationName.DEFAULT, 10)).isEmpty();
            assertThat(medians()).containsExactly(2000.0, 5000.0);
        }

        private List<Double> medians() {
            return days(DAY, DAY.plus(Duration.ofDays(2))).stream()
                    .map(day -> day.value(Statistic.MEDIAN))
                    .toList();
        }
    }

    @Nested
    class GivenARunWithArtifacts {
        private Run run;

        @BeforeEach
        void record() {
            Artifact frame = new Artifact(Artifact.ArtifactType.FRAME, 3, 480, "image/jpeg", new byte[] {1, 2, 3});
            SampleResult plain = good("LCP", 1000);
            SampleResult sample = new SampleResult(
                    plain.startedAt(),
                    plain.duration(),
                    plain.outcome(),
                    plain.warnings(),
                    plain.measurements(),
                    plain.absent(),
                    plain.page(),
                    List.of(frame));
            run = history.record(fixture.started(slot(PROBE, DAY)), result(sample), DAY)
                    .orElseThrow();
        }

        @Test
        void whenItIsRecent_thenItsFramesAreThere() {
            retention.run(DAY.plus(Duration.ofDays(13)));

            assertThat(history.frames(run.id(), 1)).containsExactly(new FilmstripFrame(3, 480, "image/jpeg"));
            assertThat(history.artifacts(run.id(), new ArtifactKey(1, Artifact.ArtifactType.FRAME, 3))
                            .orElseThrow()
                            .content())
                    .containsExactly(1, 2, 3);
        }

        @Test
        void whenTwoWeeksHavePassed_thenArtifactsAreDeletedAndTheSampleIsNot() {
            retention.run(DAY.plus(Duration.ofDays(16)));

            assertThat(history.artifacts(run.id())).isEmpty();
            assertThat(history.samples(run.id())).hasSize(1);
        }

        @Test
        void whenAHundredAndThirtyDaysHavePassed_thenSamplesAreDeletedAndTheRunIsNot() {
            retention.run(DAY.plus(Duration.ofDays(130)));

            assertThat(history.samples(run.id())).isEmpty();
            assertThat(history.find(run.id())).isPresent();
        }
    }

    @Nested
    class GivenRunsOfAMonthWithoutPartition {
        @Test
        void whenThePartitionIsCreated_thenTheyAreMovedIntoIt() {
            Instant farAway = Instant.parse("2031-05-04T00:00:00Z");
            Run run = fixture.recorded(slot(PROBE, farAway), "LCP", 7);

            retention.run(farAway);

            assertThat(history.find(run.id())).contains(run);
            assertThat(fixture.series()
                            .points(new SeriesKey(PROBE, Metric.LCP), new Interval(farAway, farAway.plusSeconds(1)), 1))
                    .containsExactly(new Point(farAway, 7, run.id()));
        }
    }
}
