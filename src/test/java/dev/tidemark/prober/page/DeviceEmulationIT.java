package dev.tidemark.prober.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.model.result.Viewport;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page cannot detect which of the two page sessions it runs in. */
@Tag("browser")
class DeviceEmulationIT {

    private static final String ASK = """
            (async () => JSON.stringify({
                navigator: Object.fromEntries(['userAgent', 'appVersion', 'platform', 'language', 'languages', 'webdriver',
                    'maxTouchPoints', 'hardwareConcurrency', 'cookieEnabled', 'onLine', 'doNotTrack', 'pdfViewerEnabled',
                    'plugins'].map(name => [name, name === 'plugins' ? navigator.plugins.length : navigator[name]])),
                hints: await navigator.userAgentData.getHighEntropyValues(
                    ['architecture', 'bitness', 'model', 'platform', 'platformVersion', 'fullVersionList']),
                screen: [screen.width, screen.height, screen.availWidth, screen.availHeight, screen.colorDepth,
                    screen.orientation.type, screen.orientation.angle],
                window: [innerWidth, innerHeight, outerWidth, outerHeight, devicePixelRatio, screenX, screenY,
                    visualViewport.width, visualViewport.scale, 'ontouchstart' in window],
                media: ['(prefers-color-scheme: light)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)',
                    '(prefers-contrast: more)', '(hover: hover)', '(pointer: coarse)', '(any-pointer: fine)',
                    '(display-mode: browser)', 'print'].map(query => matchMedia(query).matches),
                document: [document.hasFocus(), document.visibilityState, document.cookie, document.referrer,
                    document.compatMode, history.length],
                intl: [Intl.DateTimeFormat().resolvedOptions(), new Date(0).toString(), (1234.5).toLocaleString()],
                fonts: ['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', ''].map(family => {
                    const text = document.body.appendChild(document.createElement('span'));
                    text.style.fontFamily = family;
                    text.textContent = 'The quick brown fox jumps over the lazy dog 0123456789';
                    return [family, text.offsetWidth, text.offsetHeight];
                }),
                permissions: await Promise.all(['geolocation', 'notifications', 'camera', 'midi', 'clipboard-read'].map(
                    async name => [name, (await navigator.permissions.query({name})).state])),
                storage: [typeof localStorage, typeof indexedDB, 'serviceWorker' in navigator],
                headers: JSON.parse(document.querySelector('pre').textContent),
            }))()""";

    private static Playwright playwright;
    private static Browser browser;
    private static BrowserContext idle;
    private static HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/shop/", DeviceEmulationIT::tellHeaders);
        server.start();
        playwright = TestBrowser.playwright();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(TestBrowser.chromium())
                        .setArgs(List.of("--no-sandbox")));
        idle = browser.newContext();
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        server.stop(0);
    }

    private static void tellHeaders(HttpExchange exchange) throws IOException {
        JsonObject headers = new JsonObject();
        new TreeMap<>(exchange.getRequestHeaders())
                .forEach((name, values) -> headers.addProperty(name, values.toString()));
        byte[] page = ("<!doctype html><meta name=viewport content='width=device-width'><title>look</title><body><pre>"
                        + headers + "</pre>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Accept-CH", "Sec-CH-UA-Platform-Version, Sec-CH-UA-Arch, Sec-CH-UA-Model");
        if ("sandbox".equals(exchange.getRequestURI().getQuery())) {
            exchange.getResponseHeaders().add("Content-Security-Policy", "sandbox allow-scripts");
        }
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static Stream<Arguments> visitors() {
        TestPageLoadSettings plain = new TestPageLoadSettings();
        TestPageLoadSettings german =
                new TestPageLoadSettings().from("de-AT", "Asia/Tokyo").cookies(Map.of("a", "1", "b", "zwei"));
        return Stream.of(
                Arguments.of("a desktop", NamedProfiles.named("desktop"), plain),
                Arguments.of("a telephone", NamedProfiles.named("mobile"), plain),
                Arguments.of("somebody from elsewhere", NamedProfiles.named("desktop"), german),
                Arguments.of("a telephone from elsewhere", NamedProfiles.named("mobile"), german),
                Arguments.of(
                        "a telephone on its side", phone(823, 412, "iPhone; CPU iPhone OS 17_4 like Mac OS X"), plain),
                Arguments.of("a tablet", phone(820, 1180, "iPad; CPU OS 17_4 like Mac OS X"), plain),
                Arguments.of("an Intel Mac", desk("Macintosh; Intel Mac OS X 10_15_7"), plain),
                Arguments.of("Windows", desk("Windows NT 10.0; Win64; x64"), plain),
                Arguments.of("Linux", desk("X11; Linux x86_64"), plain),
                Arguments.of("a robot", desk("compatible; Robot/2.1"), plain));
    }

    private static Profile phone(int width, int height, String system) {
        return profile(new Viewport(width, height, 2, true, true), system);
    }

    private static Profile desk(String system) {
        return profile(new Viewport(1280, 720, 1, false, false), system);
    }

    private static Profile profile(Viewport viewport, String system) {
        String agent = "Mozilla/5.0 (" + system + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0";
        return new Profile("own", viewport, new NetworkConditions(0, 0, 0), 1, Optional.of(agent));
    }

    private static Probe probe(Profile profile, TestPageLoadSettings visit, List<Step> steps) {
        return probe("127.0.0.1", profile, visit, steps);
    }

    private static Probe probe(String host, Profile profile, TestPageLoadSettings visit, List<Step> steps) {
        WebUrl url = WebUrl.parse("http://" + host + ":" + server.getAddress().getPort() + "/shop/index.html");
        return new Probe(
                new ProbeId("p"),
                "p",
                new Target.PageTarget(url, steps),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                profile,
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit.within(PageLoadSettings.DEFAULT_TIMEOUT));
    }

    private static JsonObject seenBy(Probe probe) {
        try (PageSession stage = PageSession.open(browser, idle, probe)) {
            boolean[] loaded = {false};
            stage.cdp().on("Page.loadEventFired", event -> loaded[0] = true);
            stage.prepare(probe, new NoFate());
            stage.navigate(probe.target().url().toString(), 10_000);
            stage.processEventsUntil(() -> loaded[0]);
            JsonObject question = new JsonObject();
            question.addProperty("expression", ASK);
            question.addProperty("awaitPromise", true);
            String told = stage.cdp()
                    .send("Runtime.evaluate", question)
                    .getAsJsonObject("result")
                    .get("value")
                    .getAsString();
            return JsonParser.parseString(told).getAsJsonObject();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("visitors")
    void whenTheProbeHasNoSteps_thenThePageSeesTheSameDeviceAsWithSteps(
            String name, Profile profile, TestPageLoadSettings visit) {
        JsonObject withSteps = seenBy(probe(profile, visit, List.of(new Step.Click("body"))));
        JsonObject without = seenBy(probe(profile, visit, List.of()));

        assertThat(without.keySet()).isEqualTo(withSteps.keySet());
        withSteps
                .keySet()
                .forEach(part -> assertThat(without.get(part)).as(part).isEqualTo(withSteps.get(part)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.1", "0x7f.1"})
    void whenTheHostIsWrittenDifferently_thenItsCookiesAreSent(String host) {
        TestPageLoadSettings visit = new TestPageLoadSettings().cookies(Map.of("a", "1"));

        JsonObject seen = seenBy(probe(host, NamedProfiles.named("desktop"), visit, List.of()));

        assertThat(seen.getAsJsonObject("headers").get("Cookie").getAsString()).isEqualTo("[a=1]");
    }

    @Test
    void whenASandboxedDocumentHasNoStorage_thenThatIsNoErrorOfThePage() {
        Probe probe = probe(
                NamedProfiles.named("desktop"), new TestPageLoadSettings().localStorage(Map.of("a", "1")), List.of());
        List<JsonObject> errors = new ArrayList<>();
        try (PageSession stage = PageSession.open(browser, idle, probe)) {
            boolean[] loaded = {false};
            stage.cdp().on("Page.loadEventFired", event -> loaded[0] = true);
            stage.cdp().on("Runtime.exceptionThrown", errors::add);
            stage.prepare(probe, new NoFate());
            stage.navigate(probe.target().url() + "?sandbox", 10_000);
            stage.processEventsUntil(() -> loaded[0]);
        }
        assertThat(errors).isEmpty();
    }

    private static final class NoFate implements PageEnd {
        @Override
        public void crashed() {
            throw new AssertionError("the page crashed");
        }

        @Override
        public void closed() {
            // At the end of each.
        }

        @Override
        public void downloadBegan() {
            throw new AssertionError("a download began");
        }

        @Override
        public void popupOpened() {
            throw new AssertionError("a popup was opened");
        }
    }
}
