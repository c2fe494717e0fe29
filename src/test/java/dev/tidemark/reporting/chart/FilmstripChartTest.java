package dev.tidemark.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FilmstripChartTest {

    @Nested
    class GivenAPageThatTurnsRed {

        private final FilmstripChart.Shot red = new FilmstripChart.Shot(7, "image/png", flat(300, 200, Color.RED));
        private final FilmstripChart film = new FilmstripChart(
                LocalizedMessage.verbatim("The load"),
                List.of(
                        new FilmstripChart.FilmstripColumn(Optional.empty(), "500 ms", false),
                        new FilmstripChart.FilmstripColumn(Optional.of(red), "1.00 s", true),
                        new FilmstripChart.FilmstripColumn(Optional.of(red), "1.50 s", false)));

        @Test
        void whenItIsAPng_thenFramesAreShownAtTheirTimesOnly() throws IOException {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(new PngImage(film.file()).png()));

            List<Integer> colours = IntStream.of(400, 1_200, 2_000)
                    .mapToObj(x -> image.getRGB(x, 200) & 0xFFFFFF)
                    .toList();
            assertThat(colours).containsExactly(0xFFFFFF, 0xFF0000, 0xFF0000);
        }

        @Test
        void whenAFrameIsShownLonger_thenItIsEmbeddedOnce() {
            assertThat(film.file().split("data:image/png;base64,")).hasSize(2);
            assertThat(film.file()).contains(">500 ms<", ">1.00 s<", ">1.50 s<");
        }
    }

    @Nested
    class GivenAPhonesPage {
        @Test
        void whenItIsDrawn_thenTheCellsAreAsTallAsTheFrames() {
            FilmstripChart.Shot tall = new FilmstripChart.Shot(1, "image/png", flat(100, 150, Color.BLUE));
            FilmstripChart film = new FilmstripChart(
                    LocalizedMessage.EMPTY,
                    List.of(new FilmstripChart.FilmstripColumn(Optional.of(tall), "1 s", true)));

            assertThat(film.file()).contains("width=\"1200\" height=\"1800\" preserveAspectRatio");
        }
    }

    @Nested
    class GivenAnInvalidFrame {
        @Test
        void whenItIsDrawn_thenTheOthersAreShown() {
            FilmstripChart.Shot broken = new FilmstripChart.Shot(1, "image/jpeg", new byte[] {1, 2, 3});
            FilmstripChart film = new FilmstripChart(
                    LocalizedMessage.EMPTY,
                    List.of(
                            new FilmstripChart.FilmstripColumn(Optional.of(broken), "1 s", true),
                            new FilmstripChart.FilmstripColumn(Optional.empty(), "2 s", true)));

            assertThat(new PngImage(film.file()).png()).isNotEmpty();
        }
    }

    private static byte[] flat(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour.getRGB());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return bytes.toByteArray();
    }
}
