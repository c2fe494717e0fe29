package dev.tidemark.reporting.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.timeseries.Point;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentOnsetTest {

    private static List<Point> runs(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Point(Instant.ofEpochSecond(60L * i), values[i], new RunId(new UUID(0, i))))
                .toList();
    }

    @Nested
    class GivenAnIncidentAfterThreeBadRuns {

        @Test
        void whenTheOnsetIsDetermined_thenItIsTheFirstOfThem() {
            IncidentOnset onset = IncidentOnset.of(runs(1_000, 1_010, 990, 1_005, 2_000, 1_900, 2_100))
                    .orElseThrow();

            assertThat(onset.lastGood().value()).isEqualTo(1_005);
            assertThat(onset.firstBad().value()).isEqualTo(2_000);
        }
    }

    @Nested
    class GivenASpikeLongBefore {

        @Test
        void whenGoodRunsAreBetween_thenItIsNotTheOnset() {
            assertThat(IncidentOnset.of(runs(1_000, 2_000, 1_000, 1_000, 1_000, 2_000))
                            .orElseThrow()
                            .lastGood()
                            .at())
                    .isEqualTo(Instant.ofEpochSecond(240));
        }
    }

    @Nested
    class GivenNoOutlier {

        @Test
        void whenAllAreEqualOrTooFew_thenThereIsNoOnset() {
            assertThat(IncidentOnset.of(runs(1, 1, 1, 1, 1))).isEmpty();
            assertThat(IncidentOnset.of(runs(1, 1, 1, 9))).isEmpty();
        }
    }
}
