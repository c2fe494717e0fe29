package dev.tidemark.reporting.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the values of a probe are current, and how they are shown. */
class LatestValuesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATELY = NOW.minus(Duration.ofMinutes(3));

    private static Probe probe(String more) {
        String yaml = "{id: shop, url: 'https://shop.example/', every: PT5M" + more + "}";
        return DefinitionReader.yaml("", yaml, VariableSubstitution.NONE)
                .probes()
                .get(0);
    }

    private static Run run(Instant at, OutcomeType outcome, Object... values) {
        Measurements measured = HistoryFixture.measurements(values);
        return new Run(
                RunId.newAt(at),
                new Slot(probe("").id(), LocationName.DEFAULT, at),
                false,
                Optional.of(at),
                Optional.of(at),
                RunState.ENDED,
                Optional.of(new Outcome(outcome, "")),
                1,
                Optional.empty(),
                measured,
                List.of(),
                OptionalInt.empty());
    }

    private static LatestValues values(Probe probe, Run last, Run good, String... overBudget) {
        return LatestValues.of(probe, last, Optional.ofNullable(good), probe.budgets(), Set.of(overBudget), NOW);
    }

    private static MetricTile lcp(LatestValues values) {
        return values.tiles().get(0);
    }

    @Nested
    class GivenALastRunWithValues {
        private final Run last = run(LATELY, OutcomeType.OK, "LCP", 2_150);

        @Test
        void whenTheyAreShown_thenTheyAreCurrentAndRated() {
            LatestValues values = values(probe(""), last, last);

            assertThat(values.stale()).isFalse();
            assertThat(lcp(values).tone()).isEqualTo("good");
        }

        @Test
        void whenALimitIsExceeded_thenItComesFirstWithTheRatingBeside() {
            MetricTile tile = lcp(values(probe(", budgets: [{metric: LCP, max: 1000}]"), last, last));

            assertThat(tile.tone()).isEqualTo("over");
            assertThat(tile.budgetText()).hasToString("over budget (≤ 1.00 s)");
            assertThat(tile.ratingText()).hasToString("good");
            assertThat(tile.accessibleText()).hasToString("2,150 ms, over budget (≤ 1.00 s), good");
        }

        @Test
        void whenTheProbeIsPaused_thenTheyAreNotCurrent() {
            assertThat(values(probe(", enabled: false"), last, last).stale()).isTrue();
        }

        @ParameterizedTest(name = "every {0}, last run {1} ago: stale {2}")
        @CsvSource({
            "PT5M, PT19M, false",
            "PT5M, PT21M, true",
            "PT1H, PT2H, false",
            "PT1H, PT3H, true",
            "P1D, P1D, false"
        })
        void whenTheNextRunsAreOverdue_thenTheyAreNotCurrent(String every, String age, boolean stale) {
            Probe probe = DefinitionReader.yaml(
                            "",
                            "{id: shop, url: 'https://shop.example/', every: " + every + "}",
                            VariableSubstitution.NONE)
                    .probes()
                    .get(0);
            Run old = run(NOW.minus(Duration.parse(age)), OutcomeType.OK, "LCP", 2_150);

            assertThat(values(probe, old, old).stale()).isEqualTo(stale);
        }
    }

    @Nested
    class GivenAnOutage {
        private final Run good = run(LATELY.minus(Duration.ofHours(3)), OutcomeType.OK, "LCP", 1_700, "CLS", 0.02);

        @ParameterizedTest
        @CsvSource({"HTTP_STATUS", "TIMEOUT", "BROWSER_LAUNCH", "MISSED", "BLOCKED_ADDRESS"})
        void whenOlderValuesAreShown_thenTheyAreStaleWithoutRatingAndBudget(OutcomeType outcome) {
            LatestValues values =
                    values(probe(", budgets: [{metric: LCP, max: 1000}]"), run(LATELY, outcome), good, "any");

            assertThat(values.stale()).isTrue();
            assertThat(values.at()).isEqualTo(good.slot().plannedAt());
            assertThat(values.tiles()).allSatisfy(tile -> {
                assertThat(tile.tone()).isEqualTo("stale");
                assertThat(tile.rating()).isEqualTo("none");
                assertThat(tile.budgetText().isBlank()).isTrue();
            });
            assertThat(values.weight()).isZero();
        }

        @Test
        void whenNoRunHasEverSucceeded_thenThereIsNothingToShow() {
            assertThat(values(probe(""), run(LATELY, OutcomeType.DNS_FAILURE), null))
                    .isEqualTo(LatestValues.NONE);
        }
    }

    @Nested
    class GivenAWindowThatIsOverBudget {
        @Test
        void whenTheLastRunIsWithin_thenItsTileStillShowsTheLimitThatIsNot() {
            Probe probe =
                    probe(", budgets: [{metric: LCP, statistic: p75, max: 1000, window: P7D, severity: critical}]");
            Limit limit = probe.budgets().get(0);
            Run last = run(LATELY, OutcomeType.OK, "LCP", 900);

            MetricTile tile = lcp(values(probe, last, last, limit.key()));

            assertThat(tile.tone()).isEqualTo("over");
            assertThat(tile.budgetText()).hasToString("over budget (LCP ≤ 1.00 s, p75 over 7 d)");
        }
    }

    @Nested
    class GivenAnHttpCheck {
        @Test
        void whenItsValuesAreShown_thenTheyAreThoseThatItMeasures() {
            Probe probe = DefinitionReader.yaml(
                            "",
                            "{id: api, kind: http, url: 'https://shop.example/', every: PT5M}",
                            VariableSubstitution.NONE)
                    .probes()
                    .get(0);
            Run last = run(LATELY, OutcomeType.OK, "TTFB", 90, "DURATION", 120);

            assertThat(values(probe, last, last).tiles())
                    .extracting(MetricTile::code)
                    .containsExactly("TTFB", "DURATION");
        }
    }
}
