package dev.tidemark.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.document.Variables;
import dev.tidemark.probe.Limit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

    private static String line(Limit limit) {
        return "%s %s %s %s"
                .formatted(
                        limit.metric(),
                        limit.statistic().label(),
                        limit.fixed().orElseThrow().value(),
                        limit.severity().label());
    }

    private static String lines(List<Limit> limits) {
        return limits.stream().map(PresetsTest::line).collect(Collectors.joining("; "));
    }

    @Nested
    class GivenThePresetsThatShip {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "core-web-vitals | LCP median 2500.0 warning; LCP median 4000.0 critical; INP median 200.0 warning; INP median 500.0 critical; CLS median 0.1 warning; CLS median 0.25 critical; FCP median 1800.0 warning; FCP median 3000.0 critical; TTFB median 800.0 warning; TTFB median 1800.0 critical",
                    "saas-web | BYTES_SCRIPT median 170000.0 critical; LOAD median 1500.0 critical; TTFB p95 200.0 warning; TTFB p95 500.0 critical",
                    "app-shell | BYTES median 2000000.0 critical; BYTES_INITIAL median 500000.0 critical; FP median 1000.0 critical; TTI median 2500.0 critical; SCORE median 0.9 critical; TTFB mean 50.0 critical",
                    "full-stack | LOAD median 2000.0 critical; TTFB p95 100.0 critical; TTFB p99 1000.0 critical",
                    "production-targets | LOAD median 1200.0 critical; TTI median 1500.0 critical; FCP median 600.0 critical; LCP median 1800.0 critical; CLS median 0.1 critical; TTFB p95 200.0 critical; BYTES median 500000.0 critical; BYTES_FONT median 100000.0 critical",
                    "diagnostics-platform | FCP median 1000.0 critical; TTI median 3000.0 critical; BYTES median 300000.0 critical; BYTES_SCRIPT median 150000.0 critical; TTFB p95 200.0 critical",
                })
        void whenOneIsLookedUp_thenItHasItsSourcesNumbers(String name, String limits) {
            assertThat(lines(Presets.named(name).budgets())).isEqualTo(limits);
        }

        @Test
        void whenOneHasTargets_thenTheyAreNoBudgets() {
            assertThat(lines(Presets.named("production-targets").targets()))
                    .isEqualTo("TTFB p95 150.0 critical; TTFB median 45.0 critical");
        }

        @Test
        void whenAFigureHasNoSource_thenItIsNamed() {
            assertThat(Presets.named("app-shell").withoutSource()).contains("memory under 128 MB");
        }
    }

    @Nested
    class GivenAProbeThatNamesAPreset {

        private static Definitions read(String budgets) {
            String yaml = "id: a\nurl: https://a.example/\nevery: PT5M\nbudgets:\n" + budgets;
            return DefinitionReader.yaml("a.yaml", yaml, Variables.NONE);
        }

        @Test
        void whenItIsRead_thenThePresetsLimitsStandBesideItsOwn() {
            Definitions definitions = read("  - {metric: LOAD, max: 1}\n  - preset: full-stack\n");
            assertThat(definitions.faults()).isEmpty();
            assertThat(lines(definitions.probes().get(0).budgets()))
                    .isEqualTo(
                            "LOAD median 1.0 critical; LOAD median 2000.0 critical; TTFB p95 100.0 critical; TTFB p99 1000.0 critical");
        }

        @Test
        void whenThereIsNoSuchPreset_thenTheNearestIsNamed() {
            assertThat(read("  - preset: core-web-vital\n").faults())
                    .singleElement()
                    .hasToString("a.yaml:5 preset \"core-web-vital\" is unknown; did you mean \"core-web-vitals\"?");
        }
    }
}
