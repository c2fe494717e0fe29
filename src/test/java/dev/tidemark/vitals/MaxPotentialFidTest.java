package dev.tidemark.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaxPotentialFidTest {

    @Nested
    class GivenFcpAt500 {

        @Test
        void whenTheLongestTaskBeganBefore_thenTheLongestAfterCounts() {
            assertThat(MaxPotentialFid.of(List.of(new Span(499, 900), new Span(1_000, 1_080)), 500))
                    .hasValue(80);
        }

        @Test
        void whenATaskBeginsAtFcp_thenItCounts() {
            assertThat(MaxPotentialFid.of(List.of(new Span(500, 900)), 500)).hasValue(400);
        }

        @Test
        void whenThereIsNoLongTask_thenThereIsNone() {
            assertThat(MaxPotentialFid.of(List.of(), 500)).isEmpty();
        }
    }
}
