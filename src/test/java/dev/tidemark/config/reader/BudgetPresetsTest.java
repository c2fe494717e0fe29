package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.model.probe.Limit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetPresetsTest {

    private static String line(Limit limit) {
        return "%s %s %s %s"
                .formatted(
                        limit.metric(),
                        limit.statistic().label(),
                        limit.fixedThreshold().orElseThrow().value(),
                        limit.severity().label());
    }

    private static String lines(List<Limit> limits) {
        return limits.stream().map(BudgetPresetsTest::line).collect(Collectors.joining("; "));
    }

    @Nested
    class GivenThePresetsThatShip {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "core-web-vitals | LCP median 2500.0 warning; LCP median 4000.0 critical; INP median 200.0 warning; INP median 500.0 critical; CLS median 0.1 warning; CLS median 0.25 critical; FCP median 1800.0 warning; FCP median 3000.0 critical; TTFB median 800.0 warning; TTFB median 1800.0 critical",
                    "saas-web | BYTES_SCRIPT median 170000.0 critical; LOAD median 1500.0 critical; TTFB p95 200.0 warning; TTFB p95 500.0 critical; ERRORS median 1.0 warning; ERRORS median 5.0 critical; CPU mean 70.0 warning; CPU mean 90.0 critical",
                    "app-shell | BYTES median 2000000.0 critical; BYTES_INITIAL median 500000.0 critical; FP median 1000.0 critical; TTI median 2500.0 critical; SCORE median 0.9 critical; TTFB mean 50.0 critical; THROUGHPUT mean 2000.0 critical; MEMORY median 1.28E8 critical; CPU mean 30.0 critical; QUERY mean 10.0 critical; POOL median 40.0 critical; CACHE_HITS mean 95.0 critical",
                    "full-stack | LOAD median 2000.0 critical; TTFB p95 100.0 critical; TTFB p99 1000.0 critical; ERRORS median 1.0 critical; UPTIME median 99.5 critical; RESOURCES median 85.0 critical",
                    "production-targets | LOAD median 1200.0 critical; TTI median 1500.0 critical; FCP median 600.0 critical; LCP median 1800.0 critical; CLS median 0.1 critical; TTFB p95 200.0 critical; ERRORS median 0.05 critical; UPTIME median 99.95 critical; BYTES median 500000.0 critical; BYTES_FONT median 100000.0 critical; BYTES_INLINE median 50000.0 critical; MEMORY median 5.12E8 critical; CPU mean 70.0 critical; QUERY mean 25.0 critical; CONNECTIONS median 100.0 critical; CACHE_HITS mean 80.0 critical",
                    "diagnostics-platform | FCP median 1000.0 critical; TTI median 3000.0 critical; BYTES median 300000.0 critical; BYTES_SCRIPT median 150000.0 critical; TTFB p95 200.0 critical; UPTIME median 99.99 critical; QUERY mean 50.0 critical; MEMORY median 5.12E8 critical; CPU mean 70.0 critical",
                })
        void whenOneIsLookedUp_thenItHasItsSourcesNumbers(String name, String limits) {
            assertThat(lines(BudgetPresets.named(name).budgets())).isEqualTo(limits);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "saas-web | TTFB 100.0",
                    "production-targets | TTFB 150.0; ERRORS 0.02; UPTIME 99.97; MEMORY 1.28E8; QUERY 18.0",
                    "diagnostics-platform | FCP 800.0; TTI 2500.0; BYTES 250000.0; BYTES_SCRIPT 120000.0; TTFB 150.0; QUERY 40.0; MEMORY 4.0E8; CPU 60.0",
                })
        void whenOneHasTargets_thenTheyAreTargetsOfItsLimits(String name, String targets) {
            assertThat(BudgetPresets.named(name).budgets().stream()
                            .filter(limit -> limit.scope().target().isPresent())
                            .map(limit -> limit.metric() + " "
                                    + limit.scope().target().getAsDouble())
                            .collect(Collectors.joining("; ")))
                    .isEqualTo(targets);
        }

        @Test
        void whenATargetHasAnotherStatistic_thenItIsASeparateLimit() {
            assertThat(lines(BudgetPresets.named("production-targets").targets()))
                    .isEqualTo("TTFB median 45.0 critical");
        }

        @Test
        void whenAMetricIsNotMeasured_thenItIsListed() {
            assertThat(BudgetPresets.named("full-stack").withoutSource())
                    .containsExactly("replication lag, as you state it (REPLICATION_LAG)");
        }
    }

    @Nested
    class GivenAProbeThatNamesAPreset {

        private static ParsedDefinitions read(String budgets) {
            String yaml = "id: a\nurl: https://a.example/\nevery: PT5M\nbudgets:\n" + budgets;
            return DefinitionReader.yaml("a.yaml", yaml, VariableSubstitution.NONE);
        }

        @Test
        void whenItIsRead_thenItHasThePresetsLimitsAndItsOwn() {
            ParsedDefinitions definitions = read("  - {metric: LOAD, max: 1}\n  - preset: full-stack\n");
            assertThat(definitions.errors()).isEmpty();
            assertThat(lines(definitions.probes().get(0).budgets()))
                    .isEqualTo(
                            "LOAD median 1.0 critical; LOAD median 2000.0 critical; TTFB p95 100.0 critical; TTFB p99 1000.0 critical; ERRORS median 1.0 critical; UPTIME median 99.5 critical");
        }

        @Test
        void whenItIsAnHttpProbe_thenOnlyLimitsOfHttpMetricsApply() {
            String yaml = "id: a\nkind: http\nurl: https://a.example/\nevery: PT1M\nvalues: {CPU: \"$.cpu * 100\"}\n"
                    + "budgets: [{preset: saas-web}]\n";
            ParsedDefinitions read = DefinitionReader.yaml("a.yaml", yaml, VariableSubstitution.NONE);

            assertThat(read.errors()).isEmpty();
            assertThat(lines(read.probes().get(0).budgets()))
                    .isEqualTo("TTFB p95 200.0 warning; TTFB p95 500.0 critical; ERRORS median 1.0 warning;"
                            + " ERRORS median 5.0 critical; CPU mean 70.0 warning; CPU mean 90.0 critical");
        }

        @Test
        void whenThereIsNoSuchPreset_thenTheNearestIsNamed() {
            assertThat(read("  - preset: core-web-vital\n").errors())
                    .singleElement()
                    .hasToString("a.yaml:5: Unknown preset \"core-web-vital\". Did you mean \"core-web-vitals\"?");
        }
    }
}
