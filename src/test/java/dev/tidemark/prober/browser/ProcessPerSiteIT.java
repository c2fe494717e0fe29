package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Full Chromium gives a frame of another site a process of its own; headless shell does so only with a switch. */
@Tag("browser")
class ProcessPerSiteIT {

    private static TestBrowserProber prober;
    private static FixtureSite site;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false, isolating());
        site = new FixtureSite();
    }

    @AfterAll
    static void stop() throws IOException {
        site.close();
        prober.close();
    }

    private static Path isolating() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "isolating");
        Path program = folder.resolve("headless-shell");
        Files.writeString(program, "#!/bin/sh\nexec " + TestBrowser.chromium() + " --site-per-process \"$@\"\n");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        return program;
    }

    private static double value(SampleResult sample, String metric) {
        return sample.measurements()
                .find(Metric.of(metric))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    @Test
    void whenAFrameOfAnotherSiteShifts_thenItsShiftAndItsRequestsCount() {
        WebUrl url = WebUrl.parse(site.url("shift-in-cross-site-frame.html"));
        SampleResult sample = prober.run(new Target.PageTarget(url, List.of()), PageLoadSettings.plain())
                .samples()
                .get(0);

        assertThat(value(sample, "CLS")).isZero();
        assertThat(value(sample, "CLS_ALL_FRAMES")).isBetween(0.01, 0.05);
        assertThat(sample.page().requests())
                .extracting(one -> one.url().replaceFirst(".*/", ""))
                .containsExactlyInAnyOrder("shift-in-cross-site-frame.html", "shifting-frame.html", "tools.js");
    }
}
