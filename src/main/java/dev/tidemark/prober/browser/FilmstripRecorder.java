package dev.tidemark.prober.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Artifact;
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
 * Loads a probe's page once more and takes pictures of it. Taking them costs 0.15 to 0.5 s of processor time, which would
 * show in the numbers; so the film is a load of its own and counts for nothing else.
 */
final class FilmstripRecorder {

    /** A film that is not over by then ends; what it shows is still true. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final double STILL_MILLIS = 1_500;
    private static final String CAMERA =
            "{\"format\":\"jpeg\",\"quality\":60,\"maxWidth\":320,\"maxHeight\":320,\"everyNthFrame\":1}";

    private static final Logger LOG = Logger.getLogger(FilmstripRecorder.class.getName());

    private final Filmstrip film = new Filmstrip();
    private boolean rolling = true;

    private FilmstripRecorder() {}

    static FilmResult of(BrowserProcess process, Probe probe, ProxySession passage, LoadPermits.LoadPermit turn, Clock clock) {
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
                : FilmResult.none("the page was not loaded within " + DurationFormat.of(LIMIT) + " of the film");
    }

    private FilmResult developed(PageMonitor watch, Optional<Artifact> shot) {
        var speedIndex = film.speedIndex(watch::atWallSeconds);
        List<Artifact> pictures = Stream.concat(film.frames(watch::atWallSeconds).stream(), shot.stream())
                .toList();
        return new FilmResult(speedIndex, pictures, speedIndex.isPresent() ? "" : "nothing was painted");
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

    /** A screenshot makes frames of its own, and an answer to one that comes while the page is closed would fail. */
    private void stop(CdpSession cdp) {
        rolling = false;
        try {
            cdp.send("Page.stopScreencast");
        } catch (PlaywrightException pageIsGone) {
            LOG.log(Level.FINE, pageIsGone, () -> "a page was gone before its film was over");
        }
    }

    private void take(JsonObject event) {
        double at = event.getAsJsonObject("metadata").get("timestamp").getAsDouble();
        film.add(at, Base64.getDecoder().decode(event.get("data").getAsString()));
    }
}
