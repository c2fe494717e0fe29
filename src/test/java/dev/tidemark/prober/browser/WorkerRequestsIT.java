package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests of workers, worklets and popups of a page. */
@Tag("browser")
class WorkerRequestsIT {

    private static final Map<String, String> SITE = Map.of(
            "/service", page("navigator.serviceWorker.register('/service.js')"),
            "/service.js", "fetch('/by-service')",
            "/audio",
                    page("new OfflineAudioContext(1,100,44100).audioWorklet.addModule('/worklet.js')"
                            + ".then(()=>document.body.innerHTML='<h1 style=font-size:99px>Sounds</h1>')"),
            "/paint",
                    page("CSS.paintWorklet.addModule('/worklet.js')"
                            + ".then(()=>document.body.innerHTML='<h1 style=font-size:99px>Painted</h1>')"),
            "/popup", page("new Worker('/worker.js');open('/other'+location.search)"),
            "/other", page("fetch('/by-popup'+location.search)"),
            "/deep", page("new Worker('/nested.js#18')"),
            "/nested.js",
                    "const n=+location.hash.slice(1);fetch('/by-nested?'+n);if(n>1)new Worker('/nested.js#'+(n-1))",
            "/worker.js", "fetch('/by-worker')");

    private static final Map<String, String> LANGUAGES = new ConcurrentHashMap<>();
    private static final Set<String> REQUESTED = ConcurrentHashMap.newKeySet();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static HttpServer site;
    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(THREADS);
        site.createContext("/", WorkerRequestsIT::answer);
        site.start();
        prober = new TestBrowserProber(false);
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
        site.stop(0);
        THREADS.shutdownNow();
    }

    private static String page(String script) {
        return "<!doctype html><link rel=icon href=data:,><body><p>Some words</p><script>" + script + "</script>";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        REQUESTED.add(exchange.getRequestURI().toString());
        LANGUAGES.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")));
        String body = SITE.getOrDefault(path, "1");
        exchange.getResponseHeaders().set("Content-Type", body.startsWith("<") ? "text/html" : "text/javascript");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static SampleResult load(String path, Step... steps) {
        WebUrl url = WebUrl.parse("http://127.0.0.1:" + site.getAddress().getPort() + path);
        TestPageLoadSettings visit = new TestPageLoadSettings().from("de-AT", "Europe/Vienna");
        SampleResult sample = prober.run(new Target.PageTarget(url, List.of(steps)), visit.within(20))
                .samples()
                .get(0);
        assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
        return sample;
    }

    private static List<String> asked(SampleResult sample) {
        return sample.page().requests().stream()
                .map(RequestRecord::url)
                .map(url -> WebUrl.parse(url).path())
                .toList();
    }

    @Nested
    class GivenAServiceWorker {

        @Test
        void whenThePageIsLoadedAgain_thenItsScriptAndFirstRequestAreRecordedWithTheSameDevice() {
            load("/service");
            SampleResult again = load("/service");

            assertThat(asked(again)).contains("/service.js", "/by-service");
            assertThat(LANGUAGES).containsEntry("/by-service", "de-AT");
        }
    }

    @Nested
    class GivenAWorklet {

        @Test
        void whenAPageWaitsForAnAudioWorklet_thenItContinues() {
            assertThat(load("/audio").page().lcp().orElseThrow().selector()).contains("h1");
        }

        @Test
        void whenAPageWaitsForAPaintWorklet_thenItContinues() {
            assertThat(load("/paint").page().lcp().orElseThrow().selector()).contains("h1");
        }
    }

    @Nested
    class GivenAPopup {

        @Test
        void whenThePageHasNoSteps_thenThePopupIsClosedBeforeItRuns() {
            // With a name of its own: the popup of another test may still be requesting.
            SampleResult sample = load("/popup?closed");

            assertThat(sample.warnings()).contains(SampleWarning.POPUP);
            assertThat(asked(sample)).containsExactlyInAnyOrder("/popup", "/worker.js", "/by-worker");
            assertThat(REQUESTED).contains("/popup?closed").doesNotContain("/by-popup?closed");
        }

        @Test
        void whenThePageHasSteps_thenRequestsOfThePopupAreExcluded() {
            SampleResult sample = load("/popup", new Step.Pause(Duration.ofMillis(1)));

            assertThat(sample.warnings()).contains(SampleWarning.POPUP);
            assertThat(asked(sample)).doesNotContain("/other", "/by-popup");
        }
    }

    @Nested
    class GivenNestedWorkers {

        @Test
        void whenTheyAreEighteenLevelsDeep_thenFourLevelsAreObservedAndTheCheckTakesNoLonger() {
            SampleResult sample = load("/deep");

            assertThat(asked(sample).stream().filter("/by-nested"::equals)).hasSize(4);
            assertThat(sample.measurements().find(Metric.TTI).map(Measurement::value))
                    .isPresent();
        }
    }
}
