package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.timeseries.OutcomeTally;
import dev.tidemark.storage.timeseries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit of every preset passes exactly at its threshold and fails just beyond. */
class PresetVerdictsTest {

    private static final Instant NOW = Runs.START;
    private static final long MANY = 1_000_000;

    static Stream<Arguments> limits() {
        return BudgetPresets.all().stream().flatMap(preset -> preset.budgets().stream()
                .map(limit -> arguments(preset.name(), limit.key(), limit)));
    }

    private static VerdictKind judge(Limit limit, double value) {
        if (limit.metric().isOutcomeBased()) {
            double failing = limit.metric().equals(Metric.UPTIME) ? 100 - value : value;
            Instant first = NOW.minus(limit.window().orElseThrow());
            return OutcomeRule.evaluate(
                            limit, new OutcomeTally(MANY, Math.round(MANY * failing / 100), 0, Optional.of(first)), NOW)
                    .kind();
        }
        if (limit.window().isPresent()) {
            List<Point> points = IntStream.range(0, 5)
                    .mapToObj(n -> new Point(NOW.minus(Duration.ofMinutes(n)), value, RunId.newAt(NOW)))
                    .toList();
            return WindowRule.evaluate(limit, List.of(NOW), points).kind();
        }
        Measurements one = Measurements.of(List.of(new Measurement(limit.metric(), value)));
        return LimitRule.evaluate(limit, List.of(Runs.ended(NOW, Outcome.ok(), one)))
                .kind();
    }

    @Nested
    class GivenALimitOfAPreset {

        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("dev.tidemark.analysis.budget.PresetVerdictsTest#limits")
        void whenAValueIsAtTheThresholdOrBeyond_thenItPassesOrFails(String preset, String key, Limit limit) {
            double bound = limit.fixedThreshold().orElseThrow().value();
            double worse = limit.metric().isOutcomeBased() ? 0.001 : bound * 0.001;

            assertThat(judge(limit, bound)).isEqualTo(VerdictKind.PASS);
            assertThat(judge(limit, limit.threshold() instanceof Bound.Max ? bound + worse : bound - worse))
                    .isEqualTo(VerdictKind.FAIL);
            assertThat(judge(limit, limit.threshold() instanceof Bound.Max ? bound - worse : bound + worse))
                    .isEqualTo(VerdictKind.PASS);
        }
    }
}
