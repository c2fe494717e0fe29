package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.TimelineChart.Moment;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimelineChartTest {

    @Nested
    class GivenEventsCloseTogether {
        @Test
        void whenTheyAreDrawn_thenOverlappingLabelsAreInDifferentRows() {
            TimelineChart strip = strip(at("FCP 1.15 s", 1_150), at("LCP 1.15 s", 1_150), at("LOAD 1.08 s", 1_080));

            assertThat(strip.rows()).doesNotHaveDuplicates();
        }
    }

    @Nested
    class GivenEventsFarApart {
        @Test
        void whenTheyAreDrawn_thenOneRowIsEnough() {
            assertThat(strip(at("TTFB 20 ms", 20), at("LCP 900 ms", 900)).rows())
                    .containsExactly(0, 0);
        }
    }

    @Nested
    class GivenAnEventAfterTheEnd {
        @Test
        void whenItIsDrawnAtTheEnd_thenItsLabelOverlapsNoOther() {
            assertThat(strip(at("LOAD 1.95 s", 1_950), at("shift 0.02", 2_600)).rows())
                    .containsExactly(0, 1);
        }
    }

    @Nested
    class GivenMoreEventsAtOneTimeThanRows {
        @Test
        void whenTheyAreDrawn_thenTheRestSharesTheLastRow() {
            Moment[] all = new Moment[9];
            java.util.Arrays.setAll(all, i -> at("shift 0.01", 500));

            assertThat(strip(all).rows()).contains(0, 5).doesNotContain(6);
        }
    }

    private static Moment at(String label, double millis) {
        return new Moment(LocalizedMessage.verbatim(label), "paint", millis);
    }

    private static TimelineChart strip(Moment... moments) {
        return new TimelineChart(LocalizedMessage.verbatim("load"), List.of(moments), List.of(), 2_000);
    }
}
