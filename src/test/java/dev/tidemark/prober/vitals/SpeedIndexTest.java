package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SpeedIndexTest {

    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    private static int[] pixels(int black) {
        int[] pixels = new int[100];
        Arrays.fill(pixels, WHITE);
        Arrays.fill(pixels, 0, black, BLACK);
        return pixels;
    }

    private static ScreenFrame frame(double at, int black) {
        return ScreenFrame.of(at, pixels(black));
    }

    @Nested
    class GivenHalfTheScreenAt400AndTheRestAt1500 {

        private final List<ScreenFrame> frames = List.of(frame(0, 0), frame(400, 50), frame(1_500, 100));

        @Test
        void whenItIsIntegrated_thenHalfTheTimeBetweenCounts() {
            assertThat(SpeedIndex.of(frames)).hasValue(400 + 1_100 / 2.0);
        }

        @Test
        void whenFramesAreInAnotherOrder_thenTheirTimeCounts() {
            assertThat(SpeedIndex.of(List.of(frames.get(2), frames.get(0), frames.get(1))))
                    .hasValue(950);
        }
    }

    @Nested
    class GivenProgressBetweenWholePerCents {

        @Test
        void whenTwoThirdsAreThere_thenItIsFlooredTo66PerCent() {
            assertThat(frame(0, 20).completeness(frame(0, 0), frame(0, 30))).isEqualTo(0.66);
        }

        @Test
        void whenThereIsMoreThanInTheEnd_thenItIsComplete() {
            assertThat(frame(0, 60).completeness(frame(0, 0), frame(0, 30))).isEqualTo(1);
        }
    }

    @Nested
    class GivenAScreenThatNeverChanges {

        @Test
        void whenTheFirstPictureComesAt120_thenThatIsTheIndex() {
            assertThat(SpeedIndex.of(List.of(frame(120, 30), frame(900, 30)))).hasValue(120);
        }
    }

    @Nested
    class GivenOneFrame {

        @Test
        void whenItIsCalculated_thenThereIsNone() {
            assertThat(SpeedIndex.of(List.of(frame(0, 1)))).isEmpty();
        }
    }

    @Nested
    class GivenAnEncodedImage {

        @Test
        void whenItIsAPng_thenItEqualsItsPixels() throws IOException {
            BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
            image.setRGB(0, 0, 10, 10, pixels(30), 0, 10);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);

            ScreenFrame decoded = ScreenFrame.decode(0, png.toByteArray()).orElseThrow();

            assertThat(decoded.completeness(frame(0, 0), frame(0, 60))).isEqualTo(0.5);
        }

        @Test
        void whenItIsInvalid_thenThereIsNoFrame() {
            assertThat(ScreenFrame.decode(0, new byte[] {1, 2, 3})).isEmpty();
        }
    }
}
