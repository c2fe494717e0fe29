package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenFrameTest {

    private static final ScreenFrame EMPTY = ScreenFrame.of(0, new int[0]);

    /** An image file, white with a red upper part. */
    private static ScreenFrame picture(String format, int percent) throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 100);
        pen.setColor(new Color(200, 30, 60));
        pen.fillRect(0, 0, 200, percent);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return ScreenFrame.decode(1, bytes.toByteArray()).orElseThrow();
    }

    @Nested
    class GivenAScreenThatIsHalfOfTheLast {

        @ParameterizedTest
        @ValueSource(strings = {"png", "jpeg", "bmp"})
        void whenItIsDecoded_thenItIsHalfComplete(String format) throws IOException {
            assertThat(picture(format, 48).completeness(EMPTY, picture(format, 96)))
                    .isBetween(0.49, 0.51);
        }
    }

    @Nested
    class GivenNoFrame {

        @Test
        void whenItIsDecoded_thenThereIsNoFrame() {
            assertThat(ScreenFrame.decode(1, new byte[] {1, 2, 3})).isEmpty();
        }
    }
}
