package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.model.probe.PageLoadSettings;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One server as two sites: 127.0.0.1, the first party, and localhost, a third party. */
@Tag("browser")
class FirstPartyHeadersIT {

    private static final String KEY = "key-77120f";
    private static final Map<String, String> HEARD = new ConcurrentHashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static HttpServer sites;
    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        sites = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sites.setExecutor(THREADS);
        sites.createContext("/", FirstPartyHeadersIT::answer);
        sites.start();
        prober = new TestBrowserProber(false);
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
        sites.stop(0);
        THREADS.shutdownNow();
    }

    private static String stranger() {
        return "http://localhost:" + sites.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
        HEARD.put(host + path, String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
        exchange.getResponseHeaders().set("Content-Type", path.equals("/") ? "text/html" : "text/javascript");
        String page = "<h1>Own and strange</h1><script src=/own.js></script><script src=" + stranger()
                + "/strange.js></script><script src=/away></script><script>fetch('/data').catch(e=>0);new Worker('/worker.js')</script>";
        String body = path.equals("/") ? page : path.equals("/worker.js") ? "fetch('/of-worker')" : "1";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (path.equals("/away")) {
            exchange.getResponseHeaders().set("Location", stranger() + "/redirected.js");
            exchange.sendResponseHeaders(302, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Test
    void whenAPageIsLoaded_thenOnlyItsHostGetsTheHeader() {
        PageLoadSettings visit =
                new TestPageLoadSettings().headers(Map.of("X-Key", KEY)).within(20);
        WebUrl url = WebUrl.parse("http://127.0.0.1:" + sites.getAddress().getPort() + "/");
        SampleResult sample = prober.run(new Target.PageTarget(url, List.of()), visit)
                .samples()
                .get(0);

        assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
        assertThat(HEARD)
                .containsEntry("127.0.0.1/", KEY)
                .containsEntry("127.0.0.1/own.js", KEY)
                .containsEntry("127.0.0.1/data", KEY)
                .containsEntry("127.0.0.1/away", KEY)
                .containsEntry("localhost/strange.js", "null")
                .containsEntry("localhost/redirected.js", "null")
                .containsKey("127.0.0.1/of-worker");
    }
}
