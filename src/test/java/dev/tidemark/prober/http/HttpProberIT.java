package dev.tidemark.prober.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.prober.proxy.ProbeProxy;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProberIT {

    private static ProbeProxy proxy;
    private static HttpProber checks;
    private static HttpServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        proxy = new ProbeProxy(
                new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 25, 9990, false),
                Clock.systemUTC());
        checks = new HttpProber(proxy, Clock.systemUTC());
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", HttpProberIT::answer);
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop(0);
        checks.close();
        proxy.close();
    }

    @Nested
    class GivenAServer {

        @Test
        void whenARequestIsSent_thenEachPhaseIsMeasuredInOrder() {
            SampleResult sample = run(HttpCheckBuilder.of(address("/json")));

            assertThat(sample.outcome()).isEqualTo(Outcome.ok());
            assertThat(value(sample, "STATUS")).isEqualTo(200);
            assertThat(value(sample, "CONNECT")).isPositive().isLessThanOrEqualTo(value(sample, "TTFB"));
            assertThat(value(sample, "TTFB")).isLessThanOrEqualTo(value(sample, "DURATION"));
            assertThat(value(sample, "BYTES_BODY")).isEqualTo(TestHttpResponses.JSON.length());
            assertThat(value(sample, "BYTES")).isGreaterThan(TestHttpResponses.JSON.length());
            assertThat(sample.measurements().find(Metric.of("TLS"))).isEmpty();
        }

        @Test
        void whenAMethodHeadersAndABodyAreGiven_thenTheyAreSent() {
            HttpCheckBuilder check = HttpCheckBuilder.of(address("/echo?a=1"))
                    .asking("POST", "hello")
                    .with("X-Trace", "7")
                    .containing("POST /echo?a=1 hello trace=7");

            assertThat(run(check).outcome()).isEqualTo(Outcome.ok());
        }

        @Test
        void whenTheResponseIsCompressed_thenItIsDecompressed() {
            assertThat(run(HttpCheckBuilder.of(address("/gzip")).containing("plain text"))
                            .outcome())
                    .isEqualTo(Outcome.ok());
        }

        @Test
        void whenAValueIsExtracted_thenItIsMeasured() {
            assertThat(value(run(HttpCheckBuilder.of(address("/json")).watching("$.queue.length")), "VALUE"))
                    .isEqualTo(12);
        }

        @Test
        void whenTheValueIsMissing_thenThereIsAReason() {
            SampleResult sample = run(HttpCheckBuilder.of(address("/json")).watching("$.queue.age"));

            assertThat(sample.outcome()).isEqualTo(Outcome.ok());
            assertThat(sample.absent()).singleElement().satisfies(absence -> assertThat(absence.reason())
                    .contains("$.queue.age"));
        }
    }

    @Nested
    class GivenExpectations {

        @ParameterizedTest
        @CsvSource({
            "/status/200, OK",
            "/status/302, OK",
            "/status/399, OK",
            "/status/400, HTTP_STATUS",
            "/status/401, AUTH_REQUIRED",
            "/status/503, HTTP_STATUS"
        })
        void whenNoStatusIsExpected_thenAllBelow400Pass(String path, OutcomeType kind) {
            assertThat(run(HttpCheckBuilder.of(address(path))).outcome().kind()).isEqualTo(kind);
        }

        @Test
        void whenAStatusIsExpected_thenOnlyThatPasses() {
            assertThat(run(HttpCheckBuilder.of(address("/status/404")).status(404))
                            .outcome())
                    .isEqualTo(Outcome.ok());
            assertThat(run(HttpCheckBuilder.of(address("/status/200")).status(404))
                            .outcome()
                            .detail())
                    .isEqualTo("200: expected one of 404");
        }

        @Test
        void whenSeveralFail_thenAllAreReported() {
            HttpCheckBuilder check = HttpCheckBuilder.of(address("/json"))
                    .containing("green")
                    .json(Map.of("$.status", Json.createValue("up"), "$.queue.length", Json.createValue(13)))
                    .version("2");

            Outcome outcome = run(check).outcome();

            assertThat(outcome.kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(outcome.detail())
                    .contains("HTTP version is 1.1, expected 2")
                    .contains("does not contain \"green\"")
                    .contains("$.queue.length is 12, expected 13")
                    .doesNotContain("$.status");
        }
    }

    @Nested
    class GivenAResponseWithTheSecret {

        @Test
        void whenAnAssertionShowsTheActualValue_thenTheSecretIsMasked() {
            HttpCheckBuilder check = HttpCheckBuilder.of(address("/mirror"))
                    .with("X-Trace", "Bearer tok-5f2a91c7")
                    .json(Map.of("$.trace", Json.createValue("none"), "$.token", Json.createValue("none")))
                    .watching("$.token");

            SampleResult sample = run(check);

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(sample.outcome().detail())
                    .contains("$.trace is ***, expected none")
                    .contains("$.token is ***, expected none");
            assertThat(sample.toString()).doesNotContain("5f2a91c7");
        }
    }

    @Nested
    class GivenTls {

        @Test
        void whenTheServerSpeaksHttp2_thenItIsUsedAndTheCertificateIsRead() throws Exception {
            try (Http2Server http2 = new Http2Server(TlsKeyPair.forDays(30, folder))) {
                HttpCheckBuilder check = HttpCheckBuilder.of("https://localhost:" + http2.port() + "/two")
                        .asking("PUT", "body")
                        .trustingAnybody()
                        .containing("PUT /two body")
                        .version("2");

                SampleResult sample = run(check);

                assertThat(sample.outcome()).isEqualTo(Outcome.ok());
                assertThat(value(sample, "CERTIFICATE_DAYS")).isBetween(29.0, 30.0);
                assertThat(value(sample, "TLS")).isPositive().isLessThan(value(sample, "TTFB"));
            }
        }

        @Test
        void whenTheCertificateExpiresTooSoon_thenThatIsReported() throws Exception {
            try (Http2Server http2 = new Http2Server(TlsKeyPair.forDays(10, folder))) {
                HttpCheckBuilder check = HttpCheckBuilder.of("https://localhost:" + http2.port() + "/")
                        .trustingAnybody();

                assertThat(run(check.certificateDays(9)).outcome()).isEqualTo(Outcome.ok());
                assertThat(run(check.certificateDays(14)).outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            }
        }

        @Test
        void whenTheCertificateIsSelfSigned_thenItIsATlsError() throws Exception {
            try (Http2Server http2 = new Http2Server(TlsKeyPair.forDays(10, folder))) {
                Outcome outcome = run(HttpCheckBuilder.of("https://localhost:" + http2.port() + "/"))
                        .outcome();

                assertThat(outcome.kind()).isEqualTo(OutcomeType.TLS_ERROR);
                assertThat(outcome.detail()).contains("certification path");
            }
        }
    }

    @Nested
    class GivenAFaultyServer {

        @ParameterizedTest
        @CsvSource({
            "http, RESET, CONNECTION_RESET",
            "http, CLOSE, EMPTY_RESPONSE",
            "http, HALF, INCOMPLETE_RESPONSE",
            "http, NONSENSE, INVALID_RESPONSE",
            "http, SILENCE, TIMEOUT",
            "http, FLOOD, LIMIT_EXCEEDED",
            "https, NONSENSE, TLS_ERROR",
            "https, RESET, CONNECTION_RESET",
            "https, CLOSE, CONNECTION_CLOSED"
        })
        void whenARequestIsSent_thenTheOutcomeNamesTheFault(String scheme, ServerFault manners, OutcomeType kind)
                throws Exception {
            try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
                Thread thread = new Thread(() -> manners.show(socket));
                thread.setDaemon(true);
                thread.start();

                HttpCheckBuilder check = HttpCheckBuilder.of(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/")
                        .within(Duration.ofSeconds(5));

                assertThat(run(check).outcome().kind()).isEqualTo(kind);
            }
        }

        @Test
        void whenItIsUnreachable_thenTheProxysReasonIsReported() {
            assertThat(run(HttpCheckBuilder.of("http://127.0.0.1:8/")).outcome().kind())
                    .isEqualTo(OutcomeType.CONNECTION_REFUSED);
            assertThat(run(HttpCheckBuilder.of("http://no-such-name.invalid/"))
                            .outcome()
                            .kind())
                    .isEqualTo(OutcomeType.DNS_FAILURE);
            assertThat(run(HttpCheckBuilder.of("http://169.254.169.254/"))
                            .outcome()
                            .kind())
                    .isEqualTo(OutcomeType.BLOCKED_ADDRESS);
        }
    }

    private static SampleResult run(HttpCheckBuilder check) {
        List<SampleResult> samples = checks.run(check.probe()).samples();
        assertThat(samples).hasSize(1);
        return samples.get(0);
    }

    private static double value(SampleResult sample, String metric) {
        return sample.measurements().find(Metric.of(metric)).orElseThrow().value();
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            TestHttpResponses.give(exchange);
        }
    }
}
