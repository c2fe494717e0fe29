package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PngImageTest {

    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");

    @Nested
    class GivenATrendWithAPoorRunAtHalfOfTheRange {
        private final BufferedImage image = read(new PngImage(chart().file("own")).png());

        @Test
        void whenItIsConvertedToPng_thenItHasTwiceTheResolution() {
            assertThat(image.getWidth()).isEqualTo(1920);
            assertThat(image.getHeight()).isEqualTo(600);
        }

        @Test
        void whenItIsConvertedToPng_thenTheRunIsARedDotAtItsTimeAndValue() {
            // The chart is 960 wide; the top tick, 5000 ms, is at y 18.
            assertThat(image.getRGB(960, 36) & 0xFFFFFF).isEqualTo(0xFF3333);
            assertThat(image.getRGB(960, 300) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        }

        @Test
        void whenItIsConvertedToPng_thenItsAxisHasLabels() {
            // The area above the line of 5000 ms, where "5.00 s" begins at x 2.
            long inked = IntStream.range(0, 70 * 20)
                    .filter(i -> (image.getRGB(4 + i % 70, 10 + i / 70) & 0xFF) < 200)
                    .count();
            assertThat(inked).isGreaterThan(40);
        }
    }

    @Nested
    class GivenATextThatIsNoSvg {
        @Test
        void whenItIsConvertedToPng_thenItIsRejectedWithAMessage() {
            assertThatThrownBy(() -> new PngImage("<p>words</p>").png())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("<p>words</p>");
        }
    }

    private static TrendChart chart() {
        return new TrendChart(
                Metric.LCP,
                FROM,
                FROM.plus(Duration.ofHours(10)),
                ZoneOffset.UTC,
                Duration.ofHours(1),
                List.of(new TrendChart.Dot(FROM.plus(Duration.ofHours(5)), 5000, Optional.of(Rating.POOR))),
                List.of(),
                List.of(),
                List.of());
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
