package dev.tidemark.prober.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FilmstripTest {

    private static final double START = 1_000;
    private static final DoubleUnaryOperator SINCE_START = seconds -> Math.max(0, (seconds - START) * 1000);

    private final Filmstrip film = new Filmstrip();

    /** A screen with a black upper part. */
    private static byte[] screen(int percent) {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 100, 100);
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, 100, percent);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Nested
    class GivenHalfOfTheScreenAt500AndAllAt1500 {

        @Test
        void thenTheSpeedIndexLiesHalfWayBetween() {
            film.add(START - 1, screen(100));
            film.add(START + 0.5, screen(50));
            film.add(START + 1.5, screen(100));

            assertThat(film.speedIndex(SINCE_START).orElseThrow()).isEqualTo(1000, within(0.001));
        }

        @Test
        void thenImagesBeforeNavigationAreNoFrames() {
            film.add(START - 1, screen(100));
            film.add(START + 0.5, screen(50));

            assertThat(film.frames(SINCE_START)).singleElement().satisfies(frame -> {
                assertThat(frame.atMillis()).isEqualTo(500, within(0.001));
                assertThat(frame.n()).isEqualTo(1);
            });
        }
    }

    @Nested
    class GivenMoreFramesThanAreRecorded {

        @Test
        void thenTheyAreEvenlySelectedWithTheFirstAndTheLast() {
            for (int i = 1; i <= 101; i++) {
                film.add(START + i, new byte[] {(byte) i});
            }

            var frames = film.frames(SINCE_START);

            assertThat(frames).hasSize(20);
            assertThat(frames.get(0).content()).containsExactly(1);
            assertThat(frames.get(19).content()).containsExactly(101);
        }

        @Test
        void whenTheirTotalSizeIsTooLarge_thenOnlySomeAreSelected() {
            for (int i = 1; i <= 10; i++) {
                byte[] large = new byte[256 << 10];
                large[0] = (byte) i;
                film.add(START + i, large);
            }

            assertThat(film.frames(SINCE_START)).hasSize(8);
        }
    }

    @Nested
    class GivenAnUnchangedFrame {

        @Test
        void thenItIsNotRecorded() {
            film.add(START + 1, screen(50));
            film.add(START + 2, screen(50));

            assertThat(film.frames(SINCE_START)).singleElement().satisfies(frame -> assertThat(frame.atMillis())
                    .isEqualTo(1_000, within(0.001)));
        }
    }

    @Nested
    class GivenAnAnimatedPage {

        @Test
        void thenTheLastPictureIsStillTheLastAndTheFirstTheFirst() {
            for (int i = 1; i <= 3 * Filmstrip.MAX_CAPTURED; i++) {
                film.add(START + i, new byte[] {(byte) (i / 256), (byte) i});
            }

            var frames = film.frames(SINCE_START);

            assertThat(frames.get(0).content()).containsExactly(0, 1);
            assertThat(frames.get(frames.size() - 1).atMillis()).isEqualTo(3 * Filmstrip.MAX_CAPTURED * 1000.0);
        }
    }

    @Nested
    class GivenNoFrame {

        @Test
        void thenThereIsNoSpeedIndex() {
            assertThat(film.speedIndex(SINCE_START)).isEmpty();
        }
    }
}
