package dev.tidemark.prober.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.prober.artifact.AnnotatedScreenshot.Box;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnnotatedScreenshotTest {

    /** A white screen of 400 x 200 CSS pixels, captured at half its size. */
    private static byte[] white() throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 100);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage picture(Artifact evidence) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(evidence.content()));
    }

    @Nested
    class GivenAnLcpElementAndAShift {

        @Test
        void thenTheElementIsOutlinedGreenAndTheShiftTintedRed() throws IOException {
            Artifact marked = AnnotatedScreenshot.of(
                            900,
                            white(),
                            400,
                            Optional.of(new Box(40, 40, 120, 80)),
                            List.of(new Box(240, 40, 120, 80)))
                    .orElseThrow();
            BufferedImage picture = picture(marked);

            assertThat(marked.kind()).isEqualTo(Artifact.ArtifactType.SCREENSHOT);
            assertThat(marked.atMillis()).isEqualTo(900);
            Color frame = new Color(picture.getRGB(20, 40));
            assertThat(frame.getGreen()).isGreaterThan(frame.getRed() + 60);
            assertThat(new Color(picture.getRGB(50, 40)).getRed()).isGreaterThan(240);
            assertThat(new Color(picture.getRGB(50, 40)).getBlue()).isGreaterThan(240);
            Color tint = new Color(picture.getRGB(150, 40));
            assertThat(tint.getRed()).isGreaterThan(tint.getBlue() + 20);
        }
    }

    @Nested
    class GivenBytesThatAreNoImage {

        @Test
        void thenThereIsNoScreenshot() {
            byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);

            assertThat(AnnotatedScreenshot.of(0, text, 400, Optional.empty(), List.of()))
                    .isEmpty();
        }
    }
}
