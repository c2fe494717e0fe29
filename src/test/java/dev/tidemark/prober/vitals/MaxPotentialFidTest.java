package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaxPotentialFidTest {

    @Nested
    class GivenFcpAt500 {

        @Test
        void whenTheLongestTaskEndedBefore_thenTheLongestAfterCounts() {
            assertThat(MaxPotentialFid.of(List.of(new TimeSpan(100, 499), new TimeSpan(1_000, 1_080)), 500))
                    .hasValue(80);
        }

        @Test
        void whenATaskContainsFcp_thenItCountsCompletely() {
            assertThat(MaxPotentialFid.of(List.of(new TimeSpan(300, 700)), 500)).hasValue(400);
        }

        @Test
        void whenATaskEndsAtFcp_thenItCounts() {
            assertThat(MaxPotentialFid.of(List.of(new TimeSpan(300, 500)), 500)).hasValue(200);
        }

        @Test
        void whenThereIsNoLongTask_thenThereIsNone() {
            assertThat(MaxPotentialFid.of(List.of(), 500)).isEmpty();
        }
    }
}
