package dev.tidemark.prober.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.WaitUntilState;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.result.NetworkConditions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A real Chromium with the proxy reports the same errors as without. */
class ChromiumIT {

    private static final boolean ROOT = System.getProperty("user.name").equals("root");
    private static ProbeProxy gateway;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        gateway = ProxyFixture.onLoopback();
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(TestBrowser.chromium());
        options.setArgs(ROOT ? List.of("--no-sandbox") : List.of());
        playwright = TestBrowser.playwright();
        browser = playwright.chromium().launch(options);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource
    void givenAFaultyServer_whenItsPageIsLoaded_thenTheErrorIsTheSameAsWithoutProxy(BadManners manners) {
        try (LocalServer server = LocalServer.that(manners::show);
                ProxySession proxySession =
                        gateway.open(ProxySessionSettings.throttled(new NetworkConditions(10, 10_000, 10_000)))) {
            String url = "http://127.0.0.1:" + server.port() + "/";

            assertThat(load(url, direct())).isEqualTo(manners.result);
            assertThat(load(url, through(proxySession))).isEqualTo(manners.result);
            assertThat(proxySession.connections()).isNotEmpty().allMatch(fact -> fact.failure()
                    .isEmpty());
        }
    }

    @Test
    void givenAFixedHost_whenItIsLoaded_thenTheLogNamesItsAddress() {
        ProxySessionSettings settings = new ProxySessionSettings(
                NetworkConditions.UNTHROTTLED, Map.of("shop.example", "127.0.0.1"), Long.MAX_VALUE);
        try (LocalServer server = LocalServer.that(BadManners.NONE::show);
                ProxySession proxySession = gateway.open(settings)) {
            assertThat(load("http://shop.example:" + server.port() + "/", through(proxySession)))
                    .isEqualTo("loaded");
            assertThat(proxySession.connections())
                    .anyMatch(fact -> fact.host().equals("shop.example") && fact.port() == server.port());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/, BLOCKED",
        "http://0xA9FEA9FE/, BLOCKED",
        "http://[::ffff:a9fe:a9fe]/, BLOCKED",
        "http://localhost:5432/, BLOCKED",
        "http://127.0.0.1:8/, REFUSED",
        "http://no-such-name.invalid/, DNS_FAILURE"
    })
    void givenAnUnreachableAddress_whenItIsLoaded_thenTheLogStatesTheReason(String url, ConnectFailure kind) {
        try (ProxySession proxySession = gateway.open(ProxySessionSettings.unthrottled())) {
            assertThat(load(url, through(proxySession))).isEqualTo("net::ERR_SOCKS_CONNECTION_FAILED");
            assertThat(proxySession.connections()).isNotEmpty().allMatch(fact -> fact.failure()
                    .equals(Optional.of(kind)));
        }
    }

    private static Browser.NewContextOptions direct() {
        return new Browser.NewContextOptions();
    }

    private static Browser.NewContextOptions through(ProxySession proxySession) {
        return direct().setProxy(new Proxy("socks5://127.0.0.1:" + proxySession.port()).setBypass("<-loopback>"));
    }

    /** The failure of the document request, or "loaded". */
    private static String load(String url, Browser.NewContextOptions options) {
        CompletableFuture<String> result = new CompletableFuture<>();
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            page.onRequestFailed(request -> result.complete(request.failure()));
            page.onRequestFinished(request -> result.complete("loaded"));
            navigate(page, url);
            page.waitForCondition(result::isDone, new Page.WaitForConditionOptions().setTimeout(20_000));
            return result.join();
        }
    }

    private static void navigate(Page page, String url) {
        try {
            page.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        } catch (PlaywrightException expected) {
            // The failure of the request is more specific.
        }
    }

    enum BadManners {
        NONE("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>hello", "loaded"),
        RESET_AT_ONCE("", "net::ERR_CONNECTION_RESET"),
        CLOSE_AT_ONCE("", "net::ERR_EMPTY_RESPONSE"),
        TWO_LENGTHS(
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "net::ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH"),
        SHORT_BODY(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>hello",
                "net::ERR_CONTENT_LENGTH_MISMATCH"),
        RESET_IN_BODY(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>hello",
                "net::ERR_CONNECTION_RESET");

        private final String answer;
        private final String result;

        BadManners(String answer, String result) {
            this.answer = answer;
            this.result = result;
        }

        void show(Socket client) throws IOException {
            byte[] request = new byte[10_000];
            if (client.getInputStream().read(request) < 0) {
                return;
            }
            client.getOutputStream().write(answer.getBytes(US_ASCII));
            if (name().startsWith("RESET")) {
                client.setSoLinger(true, 0);
            } else {
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
