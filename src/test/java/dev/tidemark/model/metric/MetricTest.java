package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {

    @Nested
    class GivenACodeOfTheCatalogue {

        @Test
        void whenItIsRead_thenItsUnitAndTitleAreKnown() {
            assertThat(Metric.of("CLS").unit()).isEqualTo(Unit.RATIO);
            assertThat(Metric.of("BYTES_IMAGE").unit()).isEqualTo(Unit.BYTES);
            assertThat(Metric.of("TTI").title()).hasToString("Time to Interactive");
        }

        @Test
        void whenItIsInLowerCase_thenItIsUnknown() {
            assertThatThrownBy(() -> Metric.of("lcp")).isInstanceOf(UnknownMetricException.class);
        }
    }

    @Nested
    class GivenAMisspelledCode {

        @Test
        void whenTwoLettersAreSwapped_thenTheRightOneIsNamed() {
            assertThatThrownBy(() -> Metric.of("LPC")).hasMessage("Unknown metric \"LPC\". Did you mean \"LCP\"?");
        }
    }

    @Nested
    class GivenAUserTiming {

        @Test
        void whenItHasAName_thenItHasThatTitleAndMilliseconds() {
            Metric mark = Metric.of("MARK:hero visible");

            assertThat(mark.title()).hasToString("hero visible");
            assertThat(mark.unit()).isEqualTo(Unit.MILLISECONDS);
        }

        @Test
        void whenItHasNoName_thenItIsUnknown() {
            assertThatThrownBy(() -> Metric.of("MARK:")).isInstanceOf(UnknownMetricException.class);
        }

        @Test
        void whenItsCodeHas200Characters_thenItIsAcceptedAndWith201Not() {
            assertThat(Metric.of("MARK:" + "x".repeat(195)).code()).hasSize(200);
            assertThatThrownBy(() -> Metric.of("MARK:" + "x".repeat(196))).isInstanceOf(UnknownMetricException.class);
        }
    }

    @Nested
    class GivenACodeWithAPrefix {

        @Test
        void whenItIsOfAStep_thenItsUnitAndThresholdsAreThoseOfTheMetric() {
            Metric lcp = Metric.of("STEP:12:LCP");

            assertThat(lcp).isEqualTo(Metric.ofStep(12, Metric.LCP));
            assertThat(lcp.plain()).isEqualTo(Metric.LCP);
            assertThat(lcp.step()).hasValue(12);
            assertThat(lcp.title()).hasToString("Largest Contentful Paint, step 12");
            assertThat(Metric.of("STEP:2:BYTES").unit()).isEqualTo(Unit.BYTES);
            assertThat(Thresholds.official(lcp, FormFactor.DESKTOP))
                    .isEqualTo(Thresholds.official(Metric.LCP, FormFactor.DESKTOP));
        }

        @Test
        void whenItIsOfTheRepeatView_thenTheTitleNamesIt() {
            Metric cls = Metric.of("REPEAT:CLS");

            assertThat(cls.isRepeatView()).isTrue();
            assertThat(cls.isPlain()).isFalse();
            assertThat(cls.plain()).isEqualTo(Metric.CLS);
            assertThat(cls.title()).hasToString("Cumulative Layout Shift, repeat view");
            assertThat(Metric.CLS.isPlain()).isTrue();
        }

        @Test
        void whenThereIsNoSuchStepOrMetric_thenItIsUnknown() {
            for (String wrong :
                    new String[] {"STEP:0:LCP", "STEP:100:LCP", "STEP:2:", "STEP:LCP", "REPEAT:", "REPEAT:REPEAT:LCP"
                    }) {
                assertThatThrownBy(() -> Metric.of(wrong)).as(wrong).isInstanceOf(UnknownMetricException.class);
            }
        }

        @Test
        void whenAMarkHasTheNameOfAStep_thenItIsAMark() {
            assertThat(Metric.of("MARK:STEP:2:LCP").isPlain()).isTrue();
            assertThat(Metric.of("REPEAT:MARK:ready").isUserTiming()).isTrue();
        }
    }

    @Nested
    class GivenAMetricAsPeopleWriteIt {

        @ParameterizedTest
        @CsvSource({
            "lcp, LCP",
            "Bytes_Script, BYTES_SCRIPT",
            "repeat:lcp, REPEAT:LCP",
            "step:12:duration, STEP:12:DURATION",
            "MEASURE:appInit, MEASURE:appInit",
            "measure:appInit, MEASURE:appInit",
            "mark:lcp, MARK:lcp",
            "REPEAT:mark:Ärger/é, REPEAT:MARK:Ärger/é",
            "step:2:Measure:a:b, STEP:2:MEASURE:a:b"
        })
        void whenItIsParsed_thenOnlyNamesOfUserTimingsKeepTheirCase(String written, String code) {
            assertThat(Metric.parse(written).code()).isEqualTo(code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "lpc", "MARK:", "STEP:0:LCP", "appInit", "LCP\n"})
        void whenItIsUnknown_thenItIsRejected(String written) {
            assertThatThrownBy(() -> Metric.parse(written)).isInstanceOf(UnknownMetricException.class);
        }
    }
}
