package dev.tidemark.stage;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.probe.Probe;
import dev.tidemark.vitals.CollectorScript;
import java.net.URI;
import java.util.Map;

/** Readies a page's DevTools session before the page is navigated: who listens, what is emulated, what is blocked. */
final class PageSetUp {

    private static final String UNBUFFERED = "{\"maxTotalBufferSize\":0,\"maxResourceBufferSize\":0}";

    private PageSetUp() {}

    /** Returns the id of the main frame. */
    static String prepare(Cdp cdp, Probe probe) {
        cdp.send("Page.enable");
        String mainFrame = mainFrame(cdp);
        cdp.send("Network.enable", UNBUFFERED);
        cdp.send("Runtime.enable");
        cdp.send("Log.enable");
        cdp.send(
                "Runtime.addBinding",
                Map.of("name", CollectorScript.BINDING, "executionContextName", CollectorScript.WORLD));
        cdp.send(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", CollectorScript.text(), "worldName", CollectorScript.WORLD));
        emulate(cdp, probe);
        return mainFrame;
    }

    private static void emulate(Cdp cdp, Probe probe) {
        if (probe.profile().cpuSlowdown() > 1) {
            cdp.send(
                    "Emulation.setCPUThrottlingRate",
                    "{\"rate\":" + probe.profile().cpuSlowdown() + "}");
        }
        if (!probe.visit().blocked().isEmpty()) {
            JsonArray patterns = new JsonArray();
            probe.visit().blocked().forEach(patterns::add);
            cdp.send("Network.setBlockedURLs", "urls", patterns);
        }
        if (!probe.visit().localStorage().isEmpty()) {
            cdp.send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", storing(probe)));
        }
    }

    private static String mainFrame(Cdp cdp) {
        return cdp.send("Page.getFrameTree")
                .getAsJsonObject("frameTree")
                .getAsJsonObject("frame")
                .get("id")
                .getAsString();
    }

    /** Fills the storage of the page's own origin, and of no frame of another. */
    private static String storing(Probe probe) {
        JsonObject entries = new JsonObject();
        probe.visit().localStorage().forEach(entries::addProperty);
        URI url = probe.target().url();
        JsonArray origin = new JsonArray();
        origin.add(url.getScheme() + "://" + url.getAuthority());
        return "if (location.origin === " + origin.get(0) + ") for (const [key, value] of Object.entries(" + entries
                + ")) localStorage.setItem(key, value);";
    }
}
