package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.BaselineWindow;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.LimitScope;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitLanguageTest {

    private static final String JOURNEY =
            "journey: [{open: \"https://a.example/\"}, {click: \"#checkout\"}, {click: \"#pay\"}]";

    private static ParsedDefinitions read(String target, String... budgets) {
        String yaml = "id: a\n" + target + "\nevery: PT5M\nlocations: [eu, us, asia]\nbudgets:\n  - {"
                + String.join("}\n  - {", budgets) + "}\n";
        return DefinitionReader.yaml("a.yaml", yaml, VariableSubstitution.NONE);
    }

    private static Limit only(String budget) {
        ParsedDefinitions read = read("url: https://a.example/", budget);
        assertThat(read.errors()).isEmpty();
        return read.probes().get(0).budgets().get(0);
    }

    private static Limit outcomes(Metric metric, Bound bound, Optional<Duration> window) {
        return new Limit(metric, Statistic.MEDIAN, bound, Severity.CRITICAL, 1, 1, window);
    }

    @Nested
    class GivenALimitOfOutcomes {

        @Test
        void whenAMinimumUptimeIsRead_thenItHoldsOver30DaysUnlessAWindowIsGiven() {
            assertThat(only("minUptime: 99.95"))
                    .isEqualTo(outcomes(Metric.UPTIME, new Bound.Min(99.95), Optional.of(Duration.ofDays(30))));
            assertThat(only("minUptime: 99.95, window: P7D").window()).contains(Duration.ofDays(7));
        }

        @Test
        void whenFailedRunsAreLimited_thenItHoldsOverADay() {
            assertThat(only("maxErrors: 1"))
                    .isEqualTo(outcomes(Metric.ERRORS, new Bound.Max(1), Optional.of(Duration.ofDays(1))));
        }

        @Test
        void whenASilenceIsLimited_thenItIsASpanInMilliseconds() {
            assertThat(only("noResultFor: PT30M"))
                    .isEqualTo(outcomes(Metric.SILENCE, new Bound.Max(1_800_000), Optional.empty()));
        }
    }

    @Nested
    class GivenALimitAgainstFormerRuns {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "metric: LCP, maxIncrease: 10%, atLeast: 100 ms | 10 | 100 | SAME_HOUR | 28",
                    "metric: LCP, maxIncrease: 10%, atLeast: 0.1 s | 10 | 100 | SAME_HOUR | 28",
                    "metric: LCP, maxIncrease: 10, against: deploy | 10 | 0 | DEPLOY | 7",
                    "metric: BYTES, maxIncrease: 2.5 %, atLeast: 20 KB, against: same-hour, days: 14 | 2.5 | 20000 | SAME_HOUR | 14",
                    "metric: BYTES, maxIncrease: 2.5 %, atLeast: 20 kB, against: same-hour, days: 14 | 2.5 | 20000 | SAME_HOUR | 14",
                })
        void whenItIsRead_thenPercentAmountAndBaselineAreThere(
                String budget, double percent, double atLeast, BaselineWindow.BaselineUnit kind, int days) {
            assertThat(only(budget).threshold())
                    .isEqualTo(new Bound.Increase(percent, atLeast, new BaselineWindow(kind, days)));
        }

        @Test
        void whenADecreaseIsLimited_thenItIsForWhatShouldBeHigh() {
            assertThat(only("metric: SCORE, maxDecrease: 5%").threshold())
                    .isEqualTo(new Bound.Decrease(5, 0, new BaselineWindow(BaselineWindow.BaselineUnit.SAME_HOUR, 28)));
        }
    }

    @Nested
    class GivenTermsOfALimit {

        @Test
        void whenAQuorumAProfileAndATargetAreGiven_thenTheyAreItsTerms() {
            Limit limit = only(
                    "metric: LCP, max: 2500, locations: \"2 of 3\", profile: mobile, target: 2000, origin: by hand");

            assertThat(limit.scope())
                    .isEqualTo(new LimitScope(
                            OptionalInt.of(2), Optional.of("mobile"), OptionalDouble.of(2000), "by hand"));
        }

        @ParameterizedTest
        @CsvSource({"2, STEP:2:LCP", "checkout, STEP:2:LCP", "PAY, STEP:3:LCP"})
        void whenAStepIsNamed_thenTheMetricIsOfThatStep(String step, String metric) {
            ParsedDefinitions read = read(JOURNEY, "metric: LCP, max: 2500, step: " + step);

            assertThat(read.errors()).isEmpty();
            assertThat(read.probes().get(0).budgets().get(0).metric()).isEqualTo(Metric.of(metric));
        }

        @ParameterizedTest
        @ValueSource(strings = {"MARK:hero", "MEASURE:boot", "REQUESTS_SCRIPT", "CONSOLE_ERRORS", "VALUE"})
        void whenTheMetricIsATimingOrACount_thenItCanBeLimited(String metric) {
            assertThat(only("metric: \"" + metric + "\", max: 3").metric().code())
                    .isEqualTo(metric);
        }
    }

    @Nested
    class GivenALimitThatIsWrong {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "minUptime: 101 | minUptime is out of range. Use a percentage from 0 to 100.",
                    "minUptime: 99, maxErrors: 1 | These keys cannot be combined in one limit: minUptime, maxErrors. Use two limits.",
                    "minUptime: 99, metric: LCP | These keys cannot be combined in one limit: minUptime, metric. Use two limits.",
                    "minUptime: 99, breaches: 2, of: 3 | UPTIME is evaluated over a time window. Remove breaches and of.",
                    "metric: UPTIME, max: 3, window: P1D | The threshold of UPTIME must be min.",
                    "metric: ERRORS, max: 3 | ERRORS needs a window, for example window: P30D.",
                    "noResultFor: 30M | noResultFor: \"30M\" is not a valid duration. Use PT30M.",
                    "noResultFor: PT1S | noResultFor is out of range. Use PT30S to P31D.",
                    "noResultFor: PT5M | noResultFor PT5M must be longer than the interval of the probe (every PT5M).",
                    "metric: LCP, maxIncrease: lots | maxIncrease \"lots\" is not a valid percentage. Use a value such as 10%.",
                    "metric: LCP, maxIncrease: 10%, atLeast: 3 KB | atLeast \"3 KB\" is not a valid value of the metric. Use a value such as 100 ms.",
                    "metric: LCP, maxIncrease: 10%, against: deplo | Unknown value \"deplo\" of against. Did you mean \"deploy\"?",
                    "metric: LCP, maxIncrease: 10%, days: 3 | days 3 is out of range. Use 7 to 90 with against: same-hour.",
                    "metric: LCP, maxIncrease: 10%, window: P1D | A limit relative to a baseline compares the medians of runs. Remove statistic and window.",
                    "metric: LCP, maxIncrease: 10%, max: 3 | These keys cannot be combined in one limit: max, maxIncrease. Use two limits.",
                    "metric: LCP, max: 3, atLeast: 1 | atLeast can only be combined with maxIncrease or maxDecrease. Remove it.",
                    "metric: LCP, max: 3, locations: \"2 of 5\" | locations \"2 of 5\" does not match the probe, which has 3 locations.",
                    "metric: LCP, max: 3, locations: many | locations \"many\" is invalid. Use a number of locations, for example \"2 of 3\".",
                    "metric: LCP, max: 3, step: 1 x | step \"1 x\" does not exist, because the probe has no journey. Remove it.",
                    "metric: LCP, max: 3, target: -1 | target must be a number ≥ 0.",
                    "metric: LCP, max: 3, tagret: 1 | Unknown key \"tagret\". Did you mean \"target\"?",
                })
        void whenItIsRead_thenTheMessageStatesTheRemedy(String budget, String message) {
            assertThat(read("url: https://a.example/", budget).errors())
                    .singleElement()
                    .hasToString("a.yaml:6: " + message);
        }

        @Test
        void whenSeveralAreWrong_thenAllErrorsAreReported() {
            assertThat(read("url: https://a.example/", "minUptime: 101", "metric: LPC, max: 1", "noResultFor: x")
                            .errors())
                    .hasSize(3);
        }

        @Test
        void whenATextMatchesSeveralSteps_thenTheirNumbersAreListed() {
            assertThat(read(JOURNEY, "metric: LCP, max: 3, step: click").errors())
                    .singleElement()
                    .hasToString("a.yaml:6: step \"click\" matches the steps 2, 3. Use a number from 1 to 3.");
        }
    }

    @Nested
    class GivenAnyLimit {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "metric: LCP, max: 2500",
                    "metric: SCORE, min: 0.9, severity: warning, breaches: 2, of: 3",
                    "metric: TTFB, statistic: p95, window: P1D, max: 200, target: 150",
                    "minUptime: 99.95",
                    "maxErrors: 0.05, window: P30D, target: 0.02",
                    "noResultFor: PT30M",
                    "metric: LCP, maxIncrease: 10%, atLeast: 100 ms",
                    "metric: SCORE, maxDecrease: 5%, against: deploy, days: 3",
                    "metric: LCP, max: 1, locations: 2 of 3, profile: desktop",
                    "preset: core-web-vitals",
                })
        void whenItIsWrittenAndReadAgain_thenItIsTheSame(String budget) {
            Probe probe = read("url: https://a.example/", budget).probes().get(0);

            ParsedDefinitions again = DefinitionReader.json(ProbeWriter.json(probe));

            assertThat(again.errors()).isEmpty();
            assertThat(again.probes()).containsExactly(probe);
        }

        @Test
        void whenItComesFromAPreset_thenThePresetIsNamed() {
            assertThat(only("preset: core-web-vitals").scope().origin()).isEqualTo("preset core-web-vitals");
        }
    }

    @Nested
    class GivenLimitsByTag {

        private static ParsedDefinitions bundle(String budgets) {
            return DefinitionReader.yaml("budgets.yaml", "budgets:\n" + budgets, VariableSubstitution.NONE);
        }

        @Test
        void whenABundleHasThem_thenTheyHoldForProbesWithAllTheTags() {
            ParsedDefinitions read =
                    bundle("  - {tags: [shop, live], metric: LCP, max: 2500}\n  - {tags: [\"*\"], minUptime: 99}\n");

            assertThat(read.errors()).isEmpty();
            assertThat(read.shared().orElseThrow())
                    .satisfiesExactly(
                            both -> {
                                assertThat(both.appliesTo(tagged("shop", "live", "eu")))
                                        .isTrue();
                                assertThat(both.appliesTo(tagged("shop"))).isFalse();
                            },
                            every -> assertThat(every.appliesTo(tagged())).isTrue());
        }

        @Test
        void whenOneNamesAPreset_thenEachOfItsLimitsHasTheTags() {
            assertThat(bundle("  - {tags: [shop], preset: core-web-vitals}\n")
                            .shared()
                            .orElseThrow())
                    .hasSize(10);
        }

        @Test
        void whenOneHasNoTags_thenThatIsReported() {
            assertThat(bundle("  - {metric: LCP, max: 2500}\n").errors())
                    .singleElement()
                    .hasToString(
                            "budgets.yaml:2: The limit has no tags. Add tags: [shop], for example, or tags: [\"*\"] for every probe.");
        }

        @Test
        void whenTheyAreWrittenAndReadAgain_thenTheyAreTheSame() {
            var limits =
                    bundle("  - {tags: [shop], noResultFor: PT1H}\n").shared().orElseThrow();

            assertThat(DefinitionReader.json(ProbeWriter.sharedJson(limits)).shared())
                    .contains(limits);
        }

        @Test
        void whenATextOmitsThem_thenThatDiffersFromAnEmptyList() {
            assertThat(bundle("  []\n").shared()).contains(List.of());
            assertThat(read("url: https://a.example/", "metric: LCP, max: 1").shared())
                    .isEmpty();
        }

        private static Probe tagged(String... tags) {
            String yaml = "id: a\nurl: https://a.example/\nevery: PT5M\ntags: [" + String.join(", ", tags) + "]\n";
            return DefinitionReader.yaml("a.yaml", yaml, VariableSubstitution.NONE)
                    .probes()
                    .get(0);
        }
    }
}
