package dev.tidemark.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SvgTest {

    @Nested
    class GivenAHostileText {
        @Test
        void whenItIsWritten_thenItStaysText() {
            String svg = new Svg()
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
            assertThat(Svg.number(1e7)).isEqualTo("10000000");
            assertThat(Svg.number(0.0000001)).isEqualTo("0");
            assertThat(Svg.number(-1.005)).isEqualTo("-1.01");
        }
    }
}
