package dev.tidemark.prober.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;

/** Emulates the same device on a page without Playwright as {@link ContextOptions} does on a page with Playwright. */
record DeviceEmulation(Probe probe) {

    /** Default fonts of Linux, which Playwright sets as well; those of the headless shell differ. */
    private static final String FONTS = "{\"fontFamilies\":{\"standard\":\"Times New Roman\",\"fixed\":\"Monospace\","
            + "\"serif\":\"Times New Roman\",\"sansSerif\":\"Arial\",\"cursive\":\"Comic Sans MS\","
            + "\"fantasy\":\"Impact\"}}";

    private static final String MEDIA = "{\"media\":\"\",\"features\":["
            + "{\"name\":\"prefers-color-scheme\",\"value\":\"light\"},"
            + "{\"name\":\"prefers-reduced-motion\",\"value\":\"no-preference\"},"
            + "{\"name\":\"forced-colors\",\"value\":\"none\"},"
            + "{\"name\":\"prefers-contrast\",\"value\":\"no-preference\"}]}";

    private static final String ON = "{\"enabled\":true}";

    /** Applies the emulation to a page. */
    void ofPage(ChildTargetSession.Sender sender) {
        sender.send("Emulation.setFocusEmulationEnabled", CdpParameters.parse(ON));
        sender.send("Emulation.setDeviceMetricsOverride", screen(probe.profile().viewport()));
        ofFrame(sender);
    }

    /** Applies the emulation to a page or an out-of-process frame. */
    void ofFrame(ChildTargetSession.Sender sender) {
        PageLoadSettings visit = probe.pageLoadSettings();
        sender.send("Emulation.setEmulatedMedia", CdpParameters.parse(MEDIA));
        if (System.getProperty("os.name").equals("Linux")) {
            sender.send("Page.setFontFamilies", CdpParameters.parse(FONTS));
        }
        if (probe.profile().viewport().touch()) {
            sender.send("Emulation.setTouchEmulationEnabled", CdpParameters.parse(ON));
        }
        if (visit.acceptInvalidCertificates()) {
            sender.send("Security.setIgnoreCertificateErrors", CdpParameters.parse("{\"ignore\":true}"));
        }
        ofWorker(sender);
        visit.locale()
                .ifPresent(locale -> sender.send("Emulation.setLocaleOverride", CdpParameters.of("locale", locale)));
        visit.timeZone()
                .ifPresent(zone -> sender.send("Emulation.setTimezoneOverride", CdpParameters.of("timezoneId", zone)));
    }

    /** Applies the emulation to a worker without a page. */
    void ofWorker(ChildTargetSession.Sender sender) {
        if (probe.profile().userAgent().isPresent()
                || probe.pageLoadSettings().locale().isPresent()) {
            sender.send("Emulation.setUserAgentOverride", userAgent());
        }
    }

    private static JsonObject screen(Viewport viewport) {
        boolean upright = viewport.mobile() && viewport.width() <= viewport.height();
        JsonObject orientation = CdpParameters.of(
                "type", upright ? "portraitPrimary" : "landscapePrimary",
                "angle", viewport.mobile() && !upright ? 90 : 0);
        return CdpParameters.of(
                "mobile", viewport.mobile(),
                "width", viewport.width(),
                "height", viewport.height(),
                "screenWidth", viewport.width(),
                "screenHeight", viewport.height(),
                "deviceScaleFactor", viewport.scale(),
                "screenOrientation", orientation);
    }

    private JsonObject userAgent() {
        JsonObject override =
                CdpParameters.of("userAgent", probe.profile().userAgent().orElse(""));
        probe.pageLoadSettings().locale().ifPresent(locale -> override.addProperty("acceptLanguage", locale));
        probe.profile()
                .userAgent()
                .map(agent -> new ClientHints(agent, probe.profile().viewport().mobile()).asJson())
                .ifPresent(hints -> override.add("userAgentMetadata", hints));
        return override;
    }

    /** The probe's cookies as the protocol's {@code Network.CookieParam}: for its host and the directory of its page. */
    JsonArray cookies() {
        WebUrl url = probe.target().url();
        JsonArray cookies = new JsonArray();
        probe.pageLoadSettings().cookies().forEach((name, value) -> {
            cookies.add(CdpParameters.of("name", name, "value", value, "url", url.href(), "path", folder(url.path())));
        });
        return cookies;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
