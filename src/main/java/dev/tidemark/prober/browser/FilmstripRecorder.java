package dev.tidemark.prober.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.artifact.Filmstrip;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.page.CdpSession;
import dev.tidemark.prober.proxy.ProxySession;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Records the filmstrip of a page in a separate load. Capturing frames costs 0.15 to 0.5 s of CPU time, which would distort
 * the metrics; this load is used for nothing else.
 */
final class FilmstripRecorder {

    /** Maximum length of the recording; a longer load is cut off. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final double IDLE_MILLIS = 1_500;
    private static final String SCREENCAST =
            "{\"format\":\"jpeg\",\"quality\":60,\"maxWidth\":320,\"maxHeight\":320,\"everyNthFrame\":1}";

    private static final Logger LOG = Logger.getLogger(FilmstripRecorder.class.getName());

    private final Filmstrip filmstrip = new Filmstrip();
    private boolean recording = true;

    private FilmstripRecorder() {}

    static FilmstripResult of(
            BrowserProcess process,
            Probe probe,
            ProxySession proxySession,
            LoadPermits.LoadPermit permit,
            Clock clock) {
        FilmstripRecorder recorder = new FilmstripRecorder();
        PageMonitor monitor;
        Optional<Artifact> screenshot;
        try (PageLoad load = new PageLoad(process, probe, proxySession, clock)) {
            recorder.start(load.cdp());
            load.endWhenIdle(IDLE_MILLIS, LIMIT);
            load.run(permit, phase -> {});
            monitor = load.monitor();
            recorder.stop(load.cdp());
            screenshot =
                    new ScreenshotCapture(load.cdp(), monitor, probe.profile().viewport()).take();
        }
        return monitor.isLoaded()
                ? recorder.result(monitor, screenshot)
                : FilmstripResult.none(LocalizedMessage.of("absence.filmstrip.notLoaded", DurationFormat.of(LIMIT)));
    }

    private FilmstripResult result(PageMonitor monitor, Optional<Artifact> screenshot) {
        var speedIndex = filmstrip.speedIndex(monitor::atWallSeconds);
        List<Artifact> artifacts = Stream.concat(filmstrip.frames(monitor::atWallSeconds).stream(), screenshot.stream())
                .toList();
        return new FilmstripResult(
                speedIndex,
                artifacts,
                speedIndex.isPresent()
                        ? LocalizedMessage.EMPTY
                        : LocalizedMessage.of("absence.filmstrip.nothingPainted"));
    }

    private void start(CdpSession cdp) {
        cdp.on("Page.screencastFrame", event -> {
            if (recording) {
                addFrame(event);
                cdp.send("Page.screencastFrameAck", "sessionId", event.get("sessionId"));
            }
        });
        cdp.send("Page.startScreencast", SCREENCAST);
    }

    /** A screenshot causes further frames, and acknowledging a frame fails once the page is being closed. */
    private void stop(CdpSession cdp) {
        recording = false;
        try {
            cdp.send("Page.stopScreencast");
        } catch (PlaywrightException pageClosed) {
            LOG.log(Level.FINE, pageClosed, () -> "A page was closed before its filmstrip was complete");
        }
    }

    private void addFrame(JsonObject event) {
        double at = event.getAsJsonObject("metadata").get("timestamp").getAsDouble();
        filmstrip.add(at, Base64.getDecoder().decode(event.get("data").getAsString()));
    }
}
