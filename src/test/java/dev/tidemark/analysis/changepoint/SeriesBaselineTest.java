package dev.tidemark.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.timeseries.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeriesBaselineTest {
    private static List<Point> points(int count, IntToDoubleFunction value) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(point(i, value.applyAsDouble(i)));
        }
        return points;
    }

    private static Point point(int minute, double value) {
        return new Point(
                Instant.parse("2026-01-05T00:00:00Z").plusSeconds(60L * minute), value, new RunId(new UUID(0, 0)));
    }

    private static SeriesBaseline usual(Metric metric, IntToDoubleFunction value) {
        return SeriesBaseline.of(metric, points(400, value)).orElseThrow();
    }

    @Nested
    class GivenTooFewRuns {
        @Test
        void whenThereAreFortyNine_thenThereIsNoBaseline() {
            assertThat(SeriesBaseline.of(Metric.LCP, points(49, i -> 1_000))).isEmpty();
            assertThat(SeriesBaseline.of(Metric.LCP, points(50, i -> 1_000))).isPresent();
        }
    }

    @Nested
    class GivenNormalNoise {
        private final Random random = new Random(1);
        private final SeriesBaseline usual = usual(Metric.LCP, i -> 2_000 + 100 * random.nextGaussian());

        @Test
        void whenItIsCalculated_thenLevelAndSpreadAreThoseOfTheNoise() {
            assertThat(usual.level()).isEqualTo(2_000, within(20.0));
            assertThat(usual.spread()).isEqualTo(100, within(15.0));
            assertThat(usual.persistence()).isZero();
        }

        @Test
        void whenARunIsTenTimesAsSlow_thenItCountsThreeSpreads() {
            assertThat(usual.distance(point(0, 20_000))).isEqualTo(3);
            assertThat(usual.distance(point(0, 20))).isEqualTo(-3);
        }
    }

    @Nested
    class GivenCorrelatedRuns {
        @Test
        void whenItIsCalculated_thenTheCorrelationIsFound() {
            Random random = new Random(2);
            double[] before = {0};
            SeriesBaseline usual = usual(Metric.LCP, i -> {
                before[0] = 0.6 * before[0] + 0.8 * random.nextGaussian();
                return 2_000 + 100 * before[0];
            });

            assertThat(usual.persistence()).isEqualTo(0.6, within(0.12));
        }
    }

    @Nested
    class GivenNoSpread {
        @Test
        void whenItIsATime_thenHalfOfTheRelevantDifferenceCountsAsSpread() {
            assertThat(usual(Metric.LCP, i -> 2_000).spread()).isEqualTo(30);
            assertThat(usual(Metric.LCP, i -> 100).spread()).isEqualTo(10);
        }

        @Test
        void whenItIsSomethingElse_thenItsOwnUnitDecides() {
            assertThat(usual(Metric.BYTES, i -> 50_000).spread()).isEqualTo(1_024);
            assertThat(usual(Metric.CLS, i -> 0).spread()).isEqualTo(0.01);
        }
    }
}
