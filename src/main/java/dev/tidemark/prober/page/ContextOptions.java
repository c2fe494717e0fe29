package dev.tidemark.prober.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;

/** Creates the browser context of a sample: screen, user agent, cookies, headers and credentials. */
final class ContextOptions {

    private ContextOptions() {}

    static BrowserContext open(Browser browser, Probe probe) {
        BrowserContext context = browser.newContext(options(probe));
        PageLoadSettings visit = probe.pageLoadSettings();
        WebUrl url = probe.target().url();
        if (!visit.cookies().isEmpty()) {
            context.addCookies(cookies(visit, url));
        }
        return context;
    }

    private static Browser.NewContextOptions options(Probe probe) {
        Profile profile = probe.profile();
        Viewport viewport = profile.viewport();
        PageLoadSettings visit = probe.pageLoadSettings();
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

    private static List<Cookie> cookies(PageLoadSettings visit, WebUrl url) {
        return visit.cookies().entrySet().stream()
                .map(entry -> new Cookie(entry.getKey(), entry.getValue()).setUrl(url.href()))
                .toList();
    }
}
