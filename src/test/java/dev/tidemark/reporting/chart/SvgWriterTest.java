package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SvgWriterTest {

    @Nested
    class GivenAHostileText {
        @Test
        void whenItIsWritten_thenItStaysText() {
            String svg = new SvgWriter()
                    .open("text", "aria-label", "\"><script>")
                    .text("</text><b>&\u0000")
                    .end();

            assertThat(svg)
                    .isEqualTo(
                            "<text aria-label=\"&quot;&gt;&lt;script&gt;\">&lt;/text&gt;&lt;b&gt;&amp;\uFFFD</text>");
        }
    }

    @Nested
    class GivenANumber {
        @Test
        void whenItIsWritten_thenItHasNoExponentAndAtMostTwoDecimals() {
            assertThat(SvgWriter.number(1e7)).isEqualTo("10000000");
            assertThat(SvgWriter.number(0.0000001)).isEqualTo("0");
            assertThat(SvgWriter.number(-1.006)).isEqualTo("-1.01");
            assertThat(SvgWriter.number(-0.001)).isEqualTo("0");
            assertThat(SvgWriter.number(3278.1)).isEqualTo("3278.1");
            assertThat(SvgWriter.number(7.05)).isEqualTo("7.05");
            assertThat(SvgWriter.number(-0.05)).isEqualTo("-0.05");
            assertThat(SvgWriter.number(100)).isEqualTo("100");
            assertThat(SvgWriter.number(1.5e15)).isEqualTo("1500000000000000");
        }

        @Test
        void whenItIsAValue_thenItHasOneMoreDigitThanShown() {
            assertThat(SvgWriter.read(3278.15)).isEqualTo("3278");
            assertThat(SvgWriter.read(504.33)).isEqualTo("504.3");
            assertThat(SvgWriter.read(-12.346)).isEqualTo("-12.34");
            assertThat(SvgWriter.read(0.00423)).isEqualTo("0.0042");
        }

        @Test
        void whenItIsAValue_thenItIsTruncatedSoThatItIsNotRoundedTwice() {
            assertThat(SvgWriter.read(1834.96)).isEqualTo("1834");
            assertThat(SvgWriter.read(999.46)).isEqualTo("999.4");
            assertThat(SvgWriter.exact(2500.4)).isEqualTo("2500.4");
            assertThat(SvgWriter.exact(0.105)).isEqualTo("0.105");
        }

        @Test
        void whenItIsACoordinate_thenItHasATenthOfAPixel() {
            assertThat(SvgWriter.pixel(170.28)).isEqualTo("170.3");
            assertThat(SvgWriter.pixel(9.96)).isEqualTo("10");
        }
    }
}
