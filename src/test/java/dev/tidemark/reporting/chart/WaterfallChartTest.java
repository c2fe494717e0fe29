package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WaterfallChartTest {

    @Nested
    class GivenTwoRequestsOnAnAxisOfOneSecond {
        private final WaterfallChart chart = new WaterfallChart(
                LocalizedMessage.verbatim("2 requests"),
                List.of(
                        new WaterfallChart.WaterfallChartRow(
                                "shop.example/",
                                LocalizedMessage.verbatim("500 ms"),
                                false,
                                List.of(new WaterfallBar.Phase("wait", 0, 500))),
                        new WaterfallChart.WaterfallChartRow(
                                "<script>" + "a".repeat(200),
                                LocalizedMessage.verbatim("250 ms"),
                                true,
                                List.of(new WaterfallBar.Phase("receive", 500, 250)))),
                3,
                List.of(new WaterfallBar.Mark("fcp", 400)),
                1_000);

        @Test
        void whenItIsAFile_thenEachBarIsAtItsTime() {
            // The axis ranges from x 270 to x 880.
            assertThat(chart.file())
                    .contains("x=\"270\" y=\"25\" width=\"305\" height=\"10\" fill=\"#7fb069\"")
                    .contains("x=\"575\" y=\"42\" width=\"152.5\" height=\"10\" fill=\"#5b8db8\"")
                    .contains("FCP 400 ms", "3 more requests");
        }

        @Test
        void whenTwoEventsCoincide_thenTheirLabelsDoNotOverlap() {
            String file = new WaterfallChart(
                            LocalizedMessage.verbatim("none"),
                            List.of(),
                            0,
                            List.of(new WaterfallBar.Mark("fcp", 400), new WaterfallBar.Mark("lcp", 400)),
                            1_000)
                    .file();

            assertThat(file)
                    .containsPattern("text-anchor=\"end\"[^>]*>FCP 400 ms")
                    .containsPattern("text-anchor=\"start\"[^>]*>LCP 400 ms");
        }

        @Test
        void whenANameIsLongAndHostile_thenItIsTruncatedAndEscaped() {
            assertThat(chart.file()).contains("&lt;script&gt;aaa").doesNotContain("a".repeat(40));
        }

        @Test
        void whenItIsConvertedToPng_thenItHasTheBars() throws IOException {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(new PngImage(chart.file()).png()));

            assertThat(image.getWidth()).isEqualTo(1_920);
            assertThat(image.getRGB(2 * 500, 2 * 30) & 0xFFFFFF).isEqualTo(0x7FB069);
        }
    }
}
