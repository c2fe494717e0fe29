package dev.tidemark.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.TimeValue;
import dev.tidemark.storage.timeseries.ValueSeries;
import dev.tidemark.storage.timeseries.ValueSeriesFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunDownsamplerTest {
    private static final Instant START = Instant.parse("2026-10-21T00:00:00Z");

    private static ValueSeries runs(int number, int spikeAt) {
        return ValueSeriesFixture.everyFiveMinutes(START, number, i -> i == spikeAt ? 9_000 : 1_000 + i % 7);
    }

    @Nested
    class GivenAsManyRunsAsAChartHasDots {
        @Test
        void whenTheyAreDownsampled_thenAllRemain() {
            assertThat(RunDownsampler.of(runs(1_500, 3), 1_500)).hasSize(1_500);
        }
    }

    @Nested
    class GivenNoRuns {
        @Test
        void whenTheyAreDownsampled_thenNoneRemains() {
            assertThat(RunDownsampler.of(runs(0, 0), 1_500)).isEmpty();
        }
    }

    @Nested
    class GivenAMonthOfRuns {
        private final ValueSeries month = runs(8_640, 4_321);
        private final List<TimeValue> shown = RunDownsampler.of(month, 1_500);

        @Test
        void whenTheyAreDownsampled_thenTheDotsCoverTheWholeRange() {
            assertThat(shown).hasSizeBetween(1_400, 1_600);
            assertThat(shown.get(0)).isEqualTo(dot(0));
            assertThat(shown.get(shown.size() - 1).at()).isAfter(month.at(8_600));
        }

        @Test
        void whenTheyAreDownsampled_thenTheSpikeIsRetained() {
            assertThat(shown).contains(dot(4_321)).doesNotContain(dot(4_322));
        }

        private TimeValue dot(int i) {
            return new TimeValue(month.at(i), month.value(i));
        }
    }
}
