package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.prober.vitals.CollectorScript;
import java.util.Map;
import java.util.Optional;

/** Configures the DevTools session of a page before navigation: event domains, emulation, blocking. */
record PageSetup(Probe probe, Optional<DeviceEmulation> emulation) {

    private static final String UNBUFFERED = "{\"maxTotalBufferSize\":0,\"maxResourceBufferSize\":0}";

    /** For a page of Playwright, which emulates the device by itself. */
    static PageSetup withPlaywright(Probe probe) {
        return new PageSetup(probe, Optional.empty());
    }

    /** For a page without Playwright. */
    static PageSetup withoutPlaywright(Probe probe) {
        return new PageSetup(probe, Optional.of(new DeviceEmulation(probe)));
    }

    /** Returns the id of the main frame. */
    String prepare(CdpSession cdp) {
        cdp.send("Page.enable");
        String mainFrame = mainFrame(cdp);
        enableNetwork(cdp::send);
        enableDocumentEvents(cdp::send);
        emulation.ifPresent(one -> one.ofPage(cdp::send));
        emulate(cdp);
        return mainFrame;
    }

    /**
     * Enables only the network events of a worker; for an out-of-process frame all events that are also observed
     * for in-process frames.
     */
    void enable(ChildTargetSession child) {
        enableNetwork(child::send);
        if (child.isIndependent()) {
            emulation.ifPresent(one -> one.ofWorker(child::send));
        }
        if (child.isFrame()) {
            emulation.ifPresent(one -> one.ofFrame(child::send));
            child.send("Page.enable", new JsonObject());
            enableDocumentEvents(child::send);
        }
    }

    private void enableNetwork(ChildTargetSession.Sender sender) {
        sender.send("Network.enable", CdpParameters.parse(UNBUFFERED));
        if (!probe.pageLoadSettings().blocked().isEmpty()) {
            JsonArray patterns = new JsonArray();
            probe.pageLoadSettings().blocked().forEach(patterns::add);
            sender.send("Network.setBlockedURLs", CdpParameters.of("urls", patterns));
        }
    }

    private static void enableDocumentEvents(ChildTargetSession.Sender sender) {
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
            cdp.send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", storageScript()));
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
    private String storageScript() {
        JsonObject entries = new JsonObject();
        probe.pageLoadSettings().localStorage().forEach(entries::addProperty);
        JsonArray origin = new JsonArray();
        origin.add(probe.target().url().origin());
        return "try { if (location.origin === " + origin.get(0) + ") for (const [key, value] of Object.entries("
                + entries + ")) localStorage.setItem(key, value); } catch { /* A sandbox has none. */ }";
    }
}
