package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.prober.vitals.CollectorScript;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Configures the DevTools session of a page before navigation: event domains, emulation, blocking. */
record PageSetup(Probe probe, Optional<DeviceEmulation> look) {

    private static final String UNBUFFERED = "{\"maxTotalBufferSize\":0,\"maxResourceBufferSize\":0}";

    /** For a page of Playwright, which emulates the device by itself. */
    static PageSetup besidePlaywright(Probe probe) {
        return new PageSetup(probe, Optional.empty());
    }

    /** For a page without Playwright. */
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

    /**
     * Enables only the network events of a worker; for an out-of-process frame all events that are also observed
     * for in-process frames.
     */
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
        if (!probe.pageLoadSettings().blocked().isEmpty()) {
            JsonArray patterns = new JsonArray();
            probe.pageLoadSettings().blocked().forEach(patterns::add);
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
        if (!probe.pageLoadSettings().localStorage().isEmpty()) {
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

    /** Fills the storage of the page's own origin only. */
    private String storing() {
        JsonObject entries = new JsonObject();
        probe.pageLoadSettings().localStorage().forEach(entries::addProperty);
        URI url = probe.target().url();
        JsonArray origin = new JsonArray();
        origin.add(url.getScheme() + "://" + url.getAuthority());
        return "try { if (location.origin === " + origin.get(0) + ") for (const [key, value] of Object.entries("
                + entries + ")) localStorage.setItem(key, value); } catch { /* A sandbox has none. */ }";
    }
}
