package dev.tidemark.stage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import dev.tidemark.observation.Profile;
import dev.tidemark.observation.Viewport;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.VisitSettings;
import java.net.URI;
import java.util.List;

/** Makes the fresh context of a sample: the screen, who the visitor says to be, and what the visitor brings. */
final class ContextOptions {

    private ContextOptions() {}

    static BrowserContext open(Browser browser, Probe probe) {
        BrowserContext context = browser.newContext(options(probe));
        VisitSettings visit = probe.visit();
        URI url = probe.target().url();
        if (!visit.cookies().isEmpty()) {
            context.addCookies(cookies(visit, url));
        }
        return context;
    }

    private static Browser.NewContextOptions options(Probe probe) {
        Profile profile = probe.profile();
        Viewport viewport = profile.viewport();
        VisitSettings visit = probe.visit();
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(viewport.width(), viewport.height())
                .setDeviceScaleFactor(viewport.scale())
                .setIsMobile(viewport.mobile())
                .setHasTouch(viewport.touch())
                .setAcceptDownloads(false)
                .setIgnoreHTTPSErrors(visit.acceptInvalidCertificates());
        profile.userAgent().ifPresent(options::setUserAgent);
        visit.locale().ifPresent(options::setLocale);
        visit.timeZone().ifPresent(options::setTimezoneId);
        return options;
    }

    private static List<Cookie> cookies(VisitSettings visit, URI url) {
        return visit.cookies().entrySet().stream()
                .map(entry -> new Cookie(entry.getKey(), entry.getValue()).setUrl(url.toString()))
                .toList();
    }
}
