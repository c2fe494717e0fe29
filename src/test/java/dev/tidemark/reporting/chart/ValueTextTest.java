package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {

    @Nested
    class GivenATime {
        @ParameterizedTest
        @CsvSource({
            "0,0 ms",
            "812.4,812 ms",
            "999.4,999 ms",
            "999.5,1.00 s",
            "1834.2,1.83 s",
            "12400,12.4 s",
            "65000,1 min 5 s"
        })
        void whenItIsWritten_thenItIsInTheUnitThatFits(double millis, String text) {
            assertThat(ValueText.of(Metric.LCP, millis)).isEqualTo(text);
        }

        @Test
        void whenItIsWrittenExactly_thenNoDigitIsLost() {
            assertThat(ValueText.exact(Metric.LCP, 1834.2)).isEqualTo("1,834.2 ms");
        }
    }

    @Nested
    class GivenASize {
        @ParameterizedTest
        @CsvSource({"999,999 B", "1000,1.0 KB", "410000,410 KB", "1249000,1.25 MB"})
        void whenItIsWritten_thenItCountsInThousands(double bytes, String text) {
            assertThat(ValueText.of(Metric.BYTES, bytes)).isEqualTo(text);
        }
    }

    @Nested
    class GivenARatio {
        @Test
        void whenItIsALayoutShift_thenSmallOnesKeepADigitMore() {
            assertThat(ValueText.of(Metric.CLS, 0.0042)).isEqualTo("0.004");
            assertThat(ValueText.of(Metric.CLS, 0.25)).isEqualTo("0.25");
        }

        @Test
        void whenItIsTheScore_thenItCountsToAHundred() {
            assertThat(ValueText.of(Metric.SCORE, 0.93)).isEqualTo("93");
        }
    }

    @Nested
    class GivenTwoValues {
        @Test
        void whenTheSecondIsLarger_thenTheChangeHasAPlus() {
            assertThat(ValueText.percentChange(1000, 1120)).isEqualTo("+12 %");
            assertThat(ValueText.change(Metric.LCP, 210)).isEqualTo("+210 ms");
        }

        @Test
        void whenTheFirstIsNothing_thenThereIsNoPercentage() {
            assertThat(ValueText.percentChange(0, 5)).isEqualTo("new");
        }
    }
}
