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

    private static final double STILL_MILLIS = 1_500;
    private static final String CAMERA =
            "{\"format\":\"jpeg\",\"quality\":60,\"maxWidth\":320,\"maxHeight\":320,\"everyNthFrame\":1}";

    private static final Logger LOG = Logger.getLogger(FilmstripRecorder.class.getName());

    private final Filmstrip film = new Filmstrip();
    private boolean rolling = true;

    private FilmstripRecorder() {}

    static FilmResult of(
            BrowserProcess process, Probe probe, ProxySession passage, LoadPermits.LoadPermit turn, Clock clock) {
        FilmstripRecorder filming = new FilmstripRecorder();
        PageMonitor watch;
        Optional<Artifact> shot;
        try (PageLoad visit = new PageLoad(process, probe, passage, clock)) {
            filming.start(visit.cdp());
            visit.endWhenStill(STILL_MILLIS, LIMIT);
            visit.run(turn, phase -> {});
            watch = visit.watch();
            filming.stop(visit.cdp());
            shot = new ScreenshotCapture(visit.cdp(), watch, probe.profile().viewport()).take();
        }
        return watch.isLoaded()
                ? filming.developed(watch, shot)
                : FilmResult.none(LocalizedMessage.of("absence.filmstrip.notLoaded", DurationFormat.of(LIMIT)));
    }

    private FilmResult developed(PageMonitor watch, Optional<Artifact> shot) {
        var speedIndex = film.speedIndex(watch::atWallSeconds);
        List<Artifact> pictures = Stream.concat(film.frames(watch::atWallSeconds).stream(), shot.stream())
                .toList();
        return new FilmResult(
                speedIndex,
                pictures,
                speedIndex.isPresent()
                        ? LocalizedMessage.EMPTY
                        : LocalizedMessage.of("absence.filmstrip.nothingPainted"));
    }

    private void start(CdpSession cdp) {
        cdp.on("Page.screencastFrame", event -> {
            if (rolling) {
                take(event);
                cdp.send("Page.screencastFrameAck", "sessionId", event.get("sessionId"));
            }
        });
        cdp.send("Page.startScreencast", CAMERA);
    }

    /** A screenshot causes further frames, and acknowledging a frame fails once the page is being closed. */
    private void stop(CdpSession cdp) {
        rolling = false;
        try {
            cdp.send("Page.stopScreencast");
        } catch (PlaywrightException pageIsGone) {
            LOG.log(Level.FINE, pageIsGone, () -> "A page was closed before its filmstrip was complete");
        }
    }

    private void take(JsonObject event) {
        double at = event.getAsJsonObject("metadata").get("timestamp").getAsDouble();
        film.add(at, Base64.getDecoder().decode(event.get("data").getAsString()));
    }
}
