package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class ScreenshotCaptureIT {

    private static final String PAGE =
            "<body style='margin:0'><h1 id=hero style='position:absolute;left:200px;top:100px;"
                    + "width:600px;height:120px;margin:0;font-size:80px'>Largest</h1>"
                    + "<p id=moved style='position:absolute;left:200px;top:400px;width:400px;height:100px'>small</p>"
                    + "<script>setTimeout(()=>{moved.style.top='600px'},600)</script>";

    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(true);
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static Color at(BufferedImage picture, double x, double y) {
        double scale = picture.getWidth() / 1350.0;
        return new Color(picture.getRGB((int) (x * scale), (int) (y * scale)));
    }

    @Test
    void whenAFilmstripIsRecorded_thenTheLcpElementIsOutlinedAndShiftedElementsAreTinted() throws IOException {
        WebUrl url = WebUrl.parse(prober.server.page("/marked", PAGE));
        SampleResult sample = prober.run(new Target.PageTarget(url, List.of()), PageLoadSettings.plain())
                .samples()
                .get(0);
        assertThat(sample.artifacts())
                .as(sample.absent().toString())
                .extracting(one -> one.kind())
                .contains(Artifact.ArtifactType.SCREENSHOT);
        Artifact shot = sample.artifacts().stream()
                .filter(one -> one.kind() == Artifact.ArtifactType.SCREENSHOT)
                .findFirst()
                .orElseThrow();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shot.content()));

        assertThat(picture.getWidth()).isBetween(990, 1000);
        Color frame = at(picture, 200, 190);
        assertThat(frame.getGreen()).as(frame.toString()).isGreaterThan(frame.getRed() + 40);
        Color tint = at(picture, 500, 680);
        assertThat(tint.getRed()).as(tint.toString()).isGreaterThan(tint.getGreen() + 20);
        assertThat(at(picture, 500, 450)).as("where it was").satisfies(old -> assertThat(old.getGreen())
                .isGreaterThan(240));
    }
}
