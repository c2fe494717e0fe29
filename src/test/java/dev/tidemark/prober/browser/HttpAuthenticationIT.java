package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.PageLoadSettings.Credentials;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

/** The server of the page and another one, both of which require authentication. */
@Tag("browser")
class HttpAuthenticationIT {

    private static final Credentials RIGHT = new Credentials("ann", "pass-4411");
    private static final String RIGHT_HEADER = "Basic YW5uOnBhc3MtNDQxMQ==";
    private static final Set<String> PUBLIC = Set.of("/public", "/away");
    private static final Map<String, String> HEARD = new ConcurrentHashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static HttpServer own;
    private static HttpServer stranger;
    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        own = serve("own");
        stranger = serve("strange");
        prober = new TestBrowserProber(false);
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
        own.stop(0);
        stranger.stop(0);
        THREADS.shutdownNow();
    }

    private static HttpServer serve(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(THREADS);
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
        return server;
    }

    private static void answer(String name, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        HEARD.merge(name + path, sent, (before, now) -> before.equals("null") ? now : before);
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        if (!PUBLIC.contains(path) && !sent.equals(RIGHT_HEADER)) {
            String realm = path.startsWith("/api/") ? "api" : "site";
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"" + realm + "\"");
            exchange.sendResponseHeaders(401, -1);
        } else if (path.equals("/away")) {
            exchange.getResponseHeaders().set("Location", strange("/moved"));
            exchange.sendResponseHeaders(302, -1);
        } else {
            give(path, exchange);
        }
        exchange.close();
    }

    private static void give(String path, HttpExchange exchange) throws IOException {
        boolean script = path.endsWith(".js");
        exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
        if (script) {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
        }
        byte[] body = (script ? "1" : path.equals("/public") ? OPEN : HOME.replace("STRANGE", strange("")))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static final String OPEN =
            "<h1>Open to all</h1><script>fetch('/api/late').then(r=>document.title=r.status)</script>";
    private static final String HOME =
            "<h1>Only for some</h1><script src=/kept.js></script><script src=STRANGE/strange.js></script>"
                    + "<iframe src=STRANGE/frame></iframe><iframe src=/away></iframe><img src=STRANGE/i.png>";

    private static String strange(String path) {
        return "http://127.0.0.1:" + stranger.getAddress().getPort() + path;
    }

    private static SampleResult load(String path, Credentials credentials, boolean repeat) {
        HEARD.clear();
        PageLoadSettings visit = new TestPageLoadSettings()
                .credentials(credentials)
                .repeatView(repeat)
                .within(20);
        WebUrl url = WebUrl.parse("http://127.0.0.1:" + own.getAddress().getPort() + path);
        return prober.run(new Target.PageTarget(url, List.of()), visit)
                .samples()
                .get(0);
    }

    private static double value(SampleResult sample, String metric) {
        return sample.measurements()
                .find(Metric.of(metric))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    @Nested
    class GivenTheRightPassword {

        @Test
        void thenOnlyItsOriginGetsTheCredentials() {
            SampleResult sample = load("/", RIGHT, false);

            assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
            assertThat(HEARD)
                    .containsEntry("own/", RIGHT_HEADER)
                    .containsEntry("own/kept.js", RIGHT_HEADER)
                    .containsEntry("strange/strange.js", "null")
                    .containsEntry("strange/frame", "null")
                    .containsEntry("strange/i.png", "null")
                    .containsEntry("strange/moved", "null");
        }

        @Test
        void thenTheRepeatViewIsWarm() {
            SampleResult sample = load("/", RIGHT, true);

            assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
            assertThat(value(sample, "REPEAT:LCP")).isPositive();
            assertThat(value(sample, "REPEAT:REQUESTS_SCRIPT")).isEqualTo(value(sample, "REQUESTS_SCRIPT") - 1);
        }

        @Test
        void whenOnlyASubresourceRequiresThem_thenItGetsThem() {
            SampleResult sample = load("/public", RIGHT, false);

            assertThat(sample.page().title()).isEqualTo("200");
        }
    }

    @Nested
    class GivenAWrongPassword {

        @Test
        void thenTheOutcomeIsAuthenticationRequired() {
            SampleResult sample = load("/", new Credentials("ann", "wrong-4411"), false);

            assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.AUTH_REQUIRED);
        }
    }
}
