package dev.tidemark.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.chart.FailedRuns;
import dev.tidemark.reporting.timeline.ProbeTimeline;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.storage.run.HistoryFixture;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of a digest about one page, with a real database. */
class DigestEntryReaderIT {

    private static final DigestPeriod WEEK = SampleDigest.PERIOD;
    private static final ProbeId PAGE = new ProbeId("page");

    private HistoryFixture fixture;

    @BeforeEach
    void open() throws SQLException {
        fixture = HistoryFixture.fresh();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private DigestEntry read() {
        ProbeTimeline nothing = new ProbeTimeline(null, null, null, null, null) {
            @Override
            public List<TimelineEvent> of(Probe probe, LocationName location, Interval interval) {
                return List.of();
            }

            @Override
            public List<FailedRuns> failures(Probe probe, LocationName location, Interval interval) {
                return List.of();
            }
        };
        return new DigestEntryReader(fixture.series(), new Trends(fixture.series()), nothing)
                .read(SampleDigest.standing("page", ProbeState.PASSING), WEEK);
    }

    private void run(Instant at, Object... values) {
        fixture.recorded(HistoryFixture.slot(PAGE, at), values);
    }

    @Nested
    class GivenTwoWeeksOfAPage {

        @BeforeEach
        void run() {
            for (int day = 0; day < 7; day++) {
                Duration later = Duration.ofDays(day);
                DigestEntryReaderIT.this.run(WEEK.before().from().plus(later), "LCP", 2_000, "TBT", 100);
                DigestEntryReaderIT.this.run(WEEK.from().plus(later), "LCP", 3_000, "TBT", 100, "CLS", 0);
            }
            DigestEntryReaderIT.this.run(WEEK.to(), "LCP", 60_000);
            fixture.failed(HistoryFixture.slot(PAGE, WEEK.from().plusSeconds(60)), OutcomeType.HTTP_STATUS);
        }

        @Test
        void whenItIsRead_thenEachWeekHasItsOwnValuesWithoutTheNext() {
            DigestEntry line = read();

            assertThat(line.metrics())
                    .extracting(DigestMetric::metric)
                    .containsExactly(Metric.LCP, Metric.CLS, Metric.TBT);
            assertThat(line.metrics().get(0).p75()).isEqualTo(3_000);
            assertThat(line.metrics().get(0).before().orElseThrow()).isEqualTo(2_000);
            assertThat(line.metrics().get(0).change()).isEqualTo("+50 %, was 2.00 s");
            assertThat(line.metrics().get(1).before()).isEmpty();
            assertThat(line.failureText(WEEK)).isEqualTo("1 of 8 runs failed (12.5 %); week before: 0 of 7");
        }

        @Test
        void whenItIsDrawn_thenTheChartHasTheRunsOfThisWeek() {
            assertThat(read().chart()).hasValueSatisfying(chart -> {
                assertThat(chart.alternativeText())
                        .isEqualTo("Largest Contentful Paint over the week: 7 runs, medians from 3.00 s to 3.00 s");
                assertThat(chart.png()).startsWith(0x89, 'P', 'N', 'G');
            });
        }
    }

    @Nested
    class GivenRunsWithInteractions {

        @Test
        void whenItIsRead_thenInpReplacesTbt() {
            run(WEEK.from(), "LCP", 3_000, "TBT", 100, "INP", 80);

            assertThat(read().metrics()).extracting(DigestMetric::metric).containsExactly(Metric.LCP, Metric.INP);
        }
    }

    @Nested
    class GivenOneOfThreeRunsThatInteracted {

        @Test
        void whenItIsRead_thenTbtIsShownBecauseMostRunsHaveIt() {
            run(WEEK.from(), "LCP", 3_000, "TBT", 100, "INP", 80);
            run(WEEK.from().plusSeconds(300), "LCP", 3_000, "TBT", 100);
            run(WEEK.from().plusSeconds(600), "LCP", 3_000, "TBT", 100);

            assertThat(read().metrics()).extracting(DigestMetric::metric).containsExactly(Metric.LCP, Metric.TBT);
        }
    }

    @Nested
    class GivenACheckWithoutABrowser {

        @Test
        void whenItIsRead_thenItsDurationIsShown() {
            run(WEEK.from(), "DURATION", 120);

            assertThat(read().metrics()).extracting(DigestMetric::value).containsExactly("120 ms");
        }
    }

    @Nested
    class GivenNoRunAtAll {

        @Test
        void whenItIsRead_thenThereIsNoValueAndNoChart() {
            assertThat(read().metrics()).isEmpty();
            assertThat(read().chart()).isEmpty();
            assertThat(read().failureText(WEEK)).isEqualTo("No runs counted this week");
        }
    }
}
