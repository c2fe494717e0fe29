package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.prober.vitals.CollectorScript;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Readies a page's DevTools session before the page is navigated: who listens, what is emulated, what is blocked. */
record PageSetup(Probe probe, Optional<DeviceEmulation> look) {

    private static final String UNBUFFERED = "{\"maxTotalBufferSize\":0,\"maxResourceBufferSize\":0}";

    /** For Playwright's page, which looks as it should already. */
    static PageSetup besidePlaywright(Probe probe) {
        return new PageSetup(probe, Optional.empty());
    }

    /** For a page that nobody else readies. */
    static PageSetup alone(Probe probe) {
        return new PageSetup(probe, Optional.of(new DeviceEmulation(probe)));
    }

    /** Returns the id of the main frame. */
    String prepare(CdpSession cdp) {
        cdp.send("Page.enable");
        String mainFrame = mainFrame(cdp);
        hearTraffic(cdp::send);
        hearDocuments(cdp::send);
        look.ifPresent(one -> one.ofPage(cdp::send));
        emulate(cdp);
        return mainFrame;
    }

    /** Of a worker only the traffic; of a frame in a process of its own all that is heard of those within the page's. */
    void hear(ChildTargetSession line) {
        hearTraffic(line::send);
        if (line.isOnItsOwn()) {
            look.ifPresent(one -> one.ofWorker(line::send));
        }
        if (line.isFrame()) {
            look.ifPresent(one -> one.ofFrame(line::send));
            line.send("Page.enable", new JsonObject());
            hearDocuments(line::send);
        }
    }

    private void hearTraffic(ChildTargetSession.Sender sender) {
        sender.send("Network.enable", CdpParameters.parse(UNBUFFERED));
        if (!probe.visit().blocked().isEmpty()) {
            JsonArray patterns = new JsonArray();
            probe.visit().blocked().forEach(patterns::add);
            sender.send("Network.setBlockedURLs", CdpParameters.of("urls", patterns));
        }
    }

    private static void hearDocuments(ChildTargetSession.Sender sender) {
        sender.send("Runtime.enable", new JsonObject());
        sender.send("Log.enable", new JsonObject());
        sender.send(
                "Runtime.addBinding",
                CdpParameters.of("name", CollectorScript.BINDING, "executionContextName", CollectorScript.WORLD));
        sender.send(
                "Page.addScriptToEvaluateOnNewDocument",
                CdpParameters.of("source", CollectorScript.text(), "worldName", CollectorScript.WORLD));
    }

    private void emulate(CdpSession cdp) {
        if (probe.profile().cpuSlowdown() > 1) {
            cdp.send(
                    "Emulation.setCPUThrottlingRate",
                    "{\"rate\":" + probe.profile().cpuSlowdown() + "}");
        }
        if (!probe.visit().localStorage().isEmpty()) {
            cdp.send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", storing()));
        }
    }

    private static String mainFrame(CdpSession cdp) {
        return cdp.send("Page.getFrameTree")
                .getAsJsonObject("frameTree")
                .getAsJsonObject("frame")
                .get("id")
                .getAsString();
    }

    /** Fills the storage of the page's own origin, and of no frame of another. */
    private String storing() {
        JsonObject entries = new JsonObject();
        probe.visit().localStorage().forEach(entries::addProperty);
        URI url = probe.target().url();
        JsonArray origin = new JsonArray();
        origin.add(url.getScheme() + "://" + url.getAuthority());
        return "try { if (location.origin === " + origin.get(0) + ") for (const [key, value] of Object.entries("
                + entries + ")) localStorage.setItem(key, value); } catch { /* A sandbox has none. */ }";
    }
}
