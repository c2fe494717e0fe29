package dev.tidemark.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MetricTest {

    @Nested
    class GivenACodeOfTheCatalogue {

        @Test
        void whenItIsRead_thenItsUnitAndTitleAreKnown() {
            assertThat(Metric.of("CLS").unit()).isEqualTo(Unit.RATIO);
            assertThat(Metric.of("BYTES_IMAGE").unit()).isEqualTo(Unit.BYTES);
            assertThat(Metric.of("TTI").title()).isEqualTo("Time to Interactive");
        }

        @Test
        void whenItIsWrittenInSmallLetters_thenItIsUnknown() {
            assertThatThrownBy(() -> Metric.of("lcp")).isInstanceOf(UnknownMetricException.class);
        }
    }

    @Nested
    class GivenAMisspelledCode {

        @Test
        void whenTwoLettersAreSwapped_thenTheRightOneIsNamed() {
            assertThatThrownBy(() -> Metric.of("LPC")).hasMessage("metric \"LPC\" is unknown; did you mean \"LCP\"?");
        }
    }

    @Nested
    class GivenAUserTiming {

        @Test
        void whenItHasAName_thenItIsCalledByItAndCountsInMs() {
            Metric mark = Metric.of("MARK:hero visible");

            assertThat(mark.title()).isEqualTo("hero visible");
            assertThat(mark.unit()).isEqualTo(Unit.MILLISECONDS);
        }

        @Test
        void whenItHasNoName_thenItIsUnknown() {
            assertThatThrownBy(() -> Metric.of("MARK:")).isInstanceOf(UnknownMetricException.class);
        }

        @Test
        void whenItsCodeHas200Letters_thenItIsTakenAndWith201Not() {
            assertThat(Metric.of("MARK:" + "x".repeat(195)).code()).hasSize(200);
            assertThatThrownBy(() -> Metric.of("MARK:" + "x".repeat(196))).isInstanceOf(UnknownMetricException.class);
        }
    }
}
