package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceRuleTest {

    private static final Instant LAST = Instant.parse("2026-03-02T10:00:00Z");

    @Nested
    class GivenNoResultForHalfAnHour {

        private final Limit limit = new Limit(
                Metric.SILENCE, Statistic.MEDIAN, new Bound.Max(1_800_000), Severity.CRITICAL, 1, 1, Optional.empty());

        @ParameterizedTest
        @CsvSource({"PT29M59.999S, PASS", "PT30M, PASS", "PT30M0.001S, FAIL"})
        void whenTimeGoesBy_thenTheThresholdItselfPasses(Duration silent, VerdictKind kind) {
            assertThat(SilenceRule.evaluate(limit, Optional.of(LAST), LAST.plus(silent))
                            .kind())
                    .isEqualTo(kind);
        }

        @Test
        void whenItFails_thenTheTextNamesTheLastResult() {
            assertThat(SilenceRule.evaluate(limit, Optional.of(LAST), LAST.plusSeconds(2_700))
                            .calculation()
                            .toString())
                    .isEqualTo("Last result at 2026-03-02T10:00:00Z, 45 min before 2026-03-02T10:45:00Z;"
                            + " maximum 30 min");
        }

        @Test
        void whenThereNeverWasAResult_thenItIsUnknown() {
            assertThat(SilenceRule.evaluate(limit, Optional.empty(), LAST).kind())
                    .isEqualTo(VerdictKind.UNKNOWN);
        }
    }
}
