package dev.tidemark.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.history.Point;
import dev.tidemark.observation.RunId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrendViewTest {
    private static final Instant START = Instant.parse("2026-10-21T00:00:00Z");

    private static List<Point> runs(int number, int spikeAt) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Point(
                        START.plusSeconds(300L * i), i == spikeAt ? 9_000 : 1_000 + i % 7, new RunId(new UUID(0, i))))
                .toList();
    }

    @Nested
    class GivenAsManyRunsAsAChartHoldsDots {
        @Test
        void whenTheyAreThinned_thenAllAreLeft() {
            assertThat(TrendView.thinned(runs(1_500, 3))).hasSize(1_500);
        }
    }

    @Nested
    class GivenAMonthOfRuns {
        private final List<Point> month = runs(8_640, 4_321);
        private final List<Point> shown = TrendView.thinned(month);

        @Test
        void whenTheyAreThinned_thenTheDotsReachOverTheWholeRange() {
            assertThat(shown).hasSizeBetween(1_400, 1_600);
            assertThat(shown.get(0)).isEqualTo(month.get(0));
            assertThat(shown.get(shown.size() - 1).at())
                    .isAfter(month.get(8_600).at());
        }

        @Test
        void whenTheyAreThinned_thenTheOneSpikeIsStillThere() {
            assertThat(shown).contains(month.get(4_321)).doesNotContain(month.get(4_322));
        }
    }
}
