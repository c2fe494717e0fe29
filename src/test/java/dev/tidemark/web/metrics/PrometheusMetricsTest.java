package dev.tidemark.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.OutcomeCount;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {

    private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
    private static final ProbeId SHOP = new ProbeId("shop-home");

    private static Run run(OutcomeType kind, Object... values) {
        Measurements measured = HistoryFixture.measurements(values);
        return new Run(
                RunId.newAt(AT),
                new Slot(SHOP, LocationName.DEFAULT, AT),
                false,
                Optional.of(AT.plusMillis(500)),
                Optional.of(AT.plusMillis(8_000)),
                RunState.ENDED,
                Optional.of(new Outcome(kind, "")),
                1,
                Optional.empty(),
                measured,
                List.of(),
                OptionalInt.empty());
    }

    private static String told(Run... runs) {
        return new PrometheusMetrics(List.of(runs), List.of(), 2, 5).text();
    }

    @Nested
    class GivenAGoodRun {

        private final String text = told(run(OutcomeType.OK, "LCP", 1834.5, "CLS", 0.02, "BYTES", 1_249_000));

        @Test
        void whenItIsExported_thenTimesAreInSecondsAndOtherValuesUnchanged() {
            assertThat(text.lines())
                    .contains(
                            "# TYPE tidemark_probe_success gauge",
                            "tidemark_probe_success{location=\"default\",probe=\"shop-home\"} 1",
                            "tidemark_probe_duration_seconds{location=\"default\",probe=\"shop-home\"} 7.5",
                            "tidemark_probe_last_run_timestamp_seconds{location=\"default\",probe=\"shop-home\"} 1773144008",
                            "tidemark_probe_web_vital_seconds{location=\"default\",metric=\"lcp\",probe=\"shop-home\"} 1.8345",
                            "tidemark_probe_web_vital_ratio{location=\"default\",metric=\"cls\",probe=\"shop-home\"} 0.02",
                            "tidemark_probe_transfer_bytes{location=\"default\",probe=\"shop-home\"} 1249000",
                            "tidemark_incidents_open 2",
                            "tidemark_outbox_waiting 5");
        }

        @Test
        void whenThePrometheusParserReadsIt_thenEveryLineIsInTheFormat() {
            assertThat(text).endsWith("\n").doesNotContain("\n\n");
            assertThat(text.lines())
                    .allMatch(line -> line.matches("# (HELP|TYPE) [a-z_]+ .+"
                            + "|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.Ee+-]+"));
        }
    }

    @Nested
    class GivenRunsThatFailed {

        @Test
        void whenThePageFailed_thenSuccessIsZeroAndThereAreNoVitals() {
            String text = told(run(OutcomeType.TIMEOUT));
            assertThat(text)
                    .contains("tidemark_probe_success{location=\"default\",probe=\"shop-home\"} 0")
                    .doesNotContain("web_vital");
        }

        @Test
        void whenTheMonitorFailed_thenThePageHasNoValues() {
            String text = told(run(OutcomeType.BROWSER_CRASH));
            assertThat(text)
                    .doesNotContain("tidemark_probe_success")
                    .contains("tidemark_probe_last_run_timestamp_seconds{");
        }
    }

    @Nested
    class GivenADayOfRuns {

        @Test
        void whenTheyAreExported_thenEachOutcomeHasItsCount() {
            OutcomeCount count = new OutcomeCount(SHOP, LocationName.DEFAULT, OutcomeType.DNS_FAILURE, 7);
            assertThat(new PrometheusMetrics(List.of(), List.of(count), 0, 0).text())
                    .contains(
                            "tidemark_runs_last_day{location=\"default\",outcome=\"dns_failure\",probe=\"shop-home\"} 7\n");
        }
    }

    @Nested
    class GivenALabelWithSpecialCharacters {

        @Test
        void whenItIsWritten_thenTheyAreEscaped() {
            assertThat(new MetricFamily("a", "b")
                            .add(1, Map.of("c", "x\"y\\z\n"))
                            .text())
                    .endsWith("a{c=\"x\\\"y\\\\z\\n\"} 1\n");
        }
    }
}
