package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** CLS of all frames, compared with the weighted shifts in Chromium's own trace, on the screens of Lighthouse. */
@Tag("browser")
class FrameShiftsIT {

    private static final Viewport PHONE = NamedProfiles.named("mobile").viewport();
    private static final Viewport DESKTOP = NamedProfiles.named("desktop").viewport();
    private static final String ISOLATION = "--site-per-process";
    private static final double OBSERVED_MILLIS = 2_500;
    /** Chromium rounds the visible area to pixels. */
    private static final double TOLERANCE = 0.0002;

    private static TestBrowserProber shared;
    private static TestBrowserProber isolating;
    private static FixtureSite site;

    @BeforeAll
    static void start() throws IOException {
        shared = new TestBrowserProber(false);
        isolating = new TestBrowserProber(false, isolatingChromium());
        site = new FixtureSite();
    }

    @AfterAll
    static void stop() throws IOException {
        site.close();
        shared.close();
        isolating.close();
    }

    private static Path isolatingChromium() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "isolating");
        Path program = folder.resolve("headless-shell");
        Files.writeString(program, "#!/bin/sh\nexec " + TestBrowser.chromium() + " " + ISOLATION + " \"$@\"\n");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        return program;
    }

    private static final String RESPONSIVE = "&viewport=width=device-width";

    /** Page, what is special about it, screen, and whether frames of other sites have processes of their own. */
    private static List<Arguments> pages() {
        return List.of(
                page("frames-all.html", "Lighthouse's perf/frame-metrics.html: no viewport", PHONE, false),
                page("frames-all.html", "Lighthouse's perf/frame-metrics.html", DESKTOP, false),
                page("frames.html?frame=same", "same origin, no viewport", PHONE, false),
                page("frames.html?frame=same" + RESPONSIVE, "same origin", PHONE, false),
                page("frames.html?frame=other", "other site, no viewport", PHONE, true),
                page("frames.html?frame=other" + RESPONSIVE, "other site", PHONE, true),
                page("frames.html?frame=same&nested=other", "nested, no viewport", PHONE, true),
                page(
                        "frames.html?frame=other&nested=other&top=500" + RESPONSIVE,
                        "nested, partly visible",
                        PHONE,
                        true),
                page("frames.html?frame=other&nested=same&top=600", "nested, partly visible", DESKTOP, false),
                page("frames.html?frame=other&top=600", "partly visible", DESKTOP, true),
                page("frames.html?frame=sandboxed&top=600", "partly visible, sandboxed", DESKTOP, false),
                page("frames.html?frame=other&left=-200" + RESPONSIVE, "partly outside on the left", PHONE, true),
                page("frames.html?frame=other&top=3000", "below the screen", DESKTOP, true),
                page("frames.html?frame=other&scrolled=300&top=900", "scrolled into view", DESKTOP, true),
                page("frames.html?frame=other&moved=600", "moved before it shifts", DESKTOP, true),
                page("frames.html?frame=other&removed=1&top=600", "after a frame that is removed", DESKTOP, true),
                page("frames.html?frame=same&style=transform:scale(.5)", "half of its size", DESKTOP, false),
                page("frames.html?frame=other&style=border:20px+solid;padding:30px&top=500", "border", DESKTOP, true),
                page("frames.html?frame=same&shadow=1&top=600", "in a closed shadow tree", DESKTOP, false));
    }

    private static Arguments page(String path, String special, Viewport screen, boolean ownProcesses) {
        return Arguments.of(path, special, screen, ownProcesses);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("pages")
    void whenThePageIsMeasured_thenClsIsThatOfTheTrace(
            String page, String special, Viewport screen, boolean ownProcesses) {
        String url = site.url(page);
        TracedShifts expected =
                TracedShifts.of(url, screen, ownProcesses ? List.of(ISOLATION) : List.of(), OBSERVED_MILLIS);

        Profile profile = new Profile("p", screen, NetworkConditions.UNTHROTTLED, 1, Optional.empty());
        SampleResult sample = (ownProcesses ? isolating : shared)
                .run(new Target.PageTarget(WebUrl.parse(url), List.of()), PageLoadSettings.plain(), profile)
                .samples()
                .get(0);

        assertThat(value(sample, Metric.CLS)).isCloseTo(expected.mainFrame(), within(TOLERANCE));
        assertThat(value(sample, Metric.CLS_ALL_FRAMES)).isCloseTo(expected.allFrames(), within(TOLERANCE));
    }

    private static double value(SampleResult sample, Metric metric) {
        return sample.measurements().find(metric).map(Measurement::value).orElse(Double.NaN);
    }
}
