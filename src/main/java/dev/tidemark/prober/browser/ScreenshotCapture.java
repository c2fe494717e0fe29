package dev.tidemark.prober.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.prober.artifact.AnnotatedScreenshot;
import dev.tidemark.prober.artifact.AnnotatedScreenshot.Box;
import dev.tidemark.prober.page.CdpSession;
import dev.tidemark.prober.vitals.CollectorScript;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Takes a screenshot of an idle page with the positions that the collector recorded. Not used during a measured
 * load.
 */
record ScreenshotCapture(CdpSession cdp, PageMonitor monitor, Viewport viewport) {

    private static final double MAX_WIDTH = 1_000;

    /** Empty if no screenshot can be taken. */
    Optional<Artifact> take() {
        if (monitor.collectorContext() == 0) {
            return Optional.empty();
        }
        try {
            JsonObject positions = positions();
            byte[] jpeg = Base64.getDecoder()
                    .decode(cdp.send("Page.captureScreenshot", area())
                            .get("data")
                            .getAsString());
            return AnnotatedScreenshot.of(
                    monitor.now(), jpeg, viewport.width(), box(positions.get("lcp")), boxes(positions.get("moved")));
        } catch (PlaywrightException | JsonParseException | IllegalStateException pageGone) {
            return Optional.empty();
        }
    }

    private String area() {
        double scale = Math.min(1, MAX_WIDTH / (viewport.width() * viewport.scale()));
        return "{\"format\":\"jpeg\",\"quality\":85,\"clip\":{\"x\":0,\"y\":0,\"width\":" + viewport.width()
                + ",\"height\":" + viewport.height() + ",\"scale\":" + scale + "}}";
    }

    private JsonObject positions() {
        return new CollectorContext(cdp, monitor.collectorContext())
                .evaluate("globalThis['" + CollectorScript.BINDING + ".marks']()")
                .map(json -> JsonParser.parseString(json.getAsString()).getAsJsonObject())
                .orElseGet(JsonObject::new);
    }

    private static List<Box> boxes(JsonElement all) {
        List<Box> boxes = new ArrayList<>();
        if (all != null && all.isJsonArray()) {
            all.getAsJsonArray().forEach(one -> box(one).ifPresent(boxes::add));
        }
        return boxes;
    }

    private static Optional<Box> box(JsonElement four) {
        if (four == null || !four.isJsonArray() || four.getAsJsonArray().size() != 4) {
            return Optional.empty();
        }
        JsonArray numbers = four.getAsJsonArray();
        Box box = new Box(
                numbers.get(0).getAsDouble(),
                numbers.get(1).getAsDouble(),
                numbers.get(2).getAsDouble(),
                numbers.get(3).getAsDouble());
        return box.width() > 0 && box.height() > 0 ? Optional.of(box) : Optional.empty();
    }
}
