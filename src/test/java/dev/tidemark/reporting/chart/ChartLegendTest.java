package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChartLegendTest {

    private static ChartLegend of(String... names) {
        return new ChartLegend(
                Stream.of(names)
                        .<ChartLegend.LegendEntry>map(name -> new ChartLegend.LineEntry(name, "#000", "7,3"))
                        .toList(),
                960);
    }

    @Nested
    class GivenNames {
        @Test
        void whenTheyFitIntoALine_thenItIsOneLineHigh() {
            assertThat(of("oslo", "paris").height()).isEqualTo(20);
            assertThat(of("oslo", "paris").draw(300)).contains(">oslo</text>", "y=\"314\"", "stroke-dasharray=\"7,3\"");
        }

        @Test
        void whenTheyDoNot_thenTheLastBeginsALineOfItsOwn() {
            ChartLegend legend = of("a".repeat(60), "b".repeat(60), "oslo, at night");

            assertThat(legend.height()).isEqualTo(40);
            assertThat(legend.draw(300)).contains("x=\"30\" y=\"334\"");
        }

        @Test
        void whenOneIsTooLong_thenItIsTruncated() {
            assertThat(of("wide".repeat(60)).draw(0)).contains("wid…</text>").doesNotContain("wide".repeat(30));
        }
    }

    @Nested
    class GivenNone {
        @Test
        void whenItIsDrawn_thenItHasNoHeight() {
            assertThat(new ChartLegend(List.of(), 960).height()).isZero();
        }
    }
}
