package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("browser")
class BrowserProberIT {

    private static final Duration SHORT = Duration.ofSeconds(12);

    private static TestBrowserProber prober;
    private static RawHttpServer server;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(true);
        server = prober.server;
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static SampleResult load(String url, Step... steps) {
        RunResult run =
                prober.run(new Target.PageTarget(WebUrl.parse(url), List.of(steps)), TestBrowserProber.visit(SHORT));
        return run.samples().get(0);
    }

    private static double value(SampleResult sample, Metric metric) {
        return sample.measurements().find(metric).orElseThrow().value();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class GivenAPlainPage {

        private final SampleResult sample = load(server.page(
                "/plain", "<title>Plain</title><h1>Some text</h1><script>performance.mark('ready')</script>"));

        @Test
        void thenItSucceedsWithAllVitalsAndDetails() {
            assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
            for (String metric : List.of("TTFB", "FCP", "LCP", "CLS", "TBT", "TTI", "DCL", "LOAD", "MARK:ready")) {
                assertThat(sample.measurements().find(Metric.of(metric)))
                        .as(metric)
                        .isPresent();
            }
            assertThat(value(sample, Metric.TTI)).isGreaterThanOrEqualTo(value(sample, Metric.FCP));
            assertThat(sample.page().title()).isEqualTo("Plain");
            assertThat(sample.lcp().orElseThrow().selector()).endsWith("h1");
            assertThat(sample.absent()).anyMatch(one -> one.metric().equals(Metric.INP));
            assertThat(sample.warnings()).isSubsetOf(SampleWarning.NOISY);
        }

        @Test
        void thenAFilmstripAddsSpeedIndexAndScore() {
            assertThat(value(sample, Metric.SI)).isPositive();
            assertThat(value(sample, Metric.SCORE)).isBetween(0.0, 1.0);
            assertThat(sample.artifacts())
                    .extracting(one -> one.kind())
                    .contains(Artifact.ArtifactType.FRAME)
                    .containsOnlyOnce(Artifact.ArtifactType.SCREENSHOT)
                    .containsOnlyOnce(Artifact.ArtifactType.HAR);
            assertThat(sample.artifacts())
                    .filteredOn(one -> one.kind() == Artifact.ArtifactType.FRAME)
                    .allSatisfy(frame -> assertThat(frame.atMillis()).isPositive());
        }

        @Test
        void thenTheDocumentIsCountedAsOneRequestOfItsSize() {
            assertThat(value(sample, Metric.of("REQUESTS_DOCUMENT"))).isEqualTo(1);
            assertThat(value(sample, Metric.of("BYTES_DOCUMENT"))).isGreaterThan(80);
        }
    }

    @Nested
    class GivenAPageThatIsClicked {

        @Test
        void thenItsInteractionIsMeasured() {
            SampleResult sample = load(
                    server.page(
                            "/click",
                            "<button id=b>Press</button><script>b.onclick=()=>{const e=performance.now()+120;"
                                    + "while(performance.now()<e);b.textContent='done'}</script>"),
                    new Step.Click("#b"));

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.OK);
            assertThat(value(sample, Metric.INP)).isGreaterThanOrEqualTo(120);
            assertThat(sample.page().worstInteraction().orElseThrow().selector())
                    .contains("#b");
        }

        @Test
        void whenTheElementIsNotThere_thenTheStepFailedAndIsNamed() {
            SampleResult sample = load(server.page("/no-button", "<h1>Nothing here</h1>"), new Step.Click("#b"));

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(sample.outcome().detail()).startsWith("step 1, click #b");
        }
    }

    @Nested
    class GivenABrokenTarget {

        @Test
        void whenTheNameHasNoAddress_thenItIsADnsFailure() {
            assertThat(load("http://no-such-host.invalid/").outcome().kind()).isEqualTo(OutcomeType.DNS_FAILURE);
        }

        @Test
        void whenNobodyListens_thenTheConnectionIsRefused() throws IOException {
            int closed;
            try (ServerSocket socket = new ServerSocket(0)) {
                closed = socket.getLocalPort();
            }
            assertThat(load("http://127.0.0.1:" + closed + "/").outcome().kind())
                    .isEqualTo(OutcomeType.CONNECTION_REFUSED);
        }

        @Test
        void whenTheConnectionIsReset_thenTheOutcomeIsConnectionReset() {
            String url = server.at("/reset", client -> client.setSoLinger(true, 0));

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.CONNECTION_RESET);
        }

        @Test
        void whenTheServerSendsNothing_thenTheResponseIsEmpty() {
            assertThat(load(server.at("/empty", client -> {})).outcome().kind()).isEqualTo(OutcomeType.EMPTY_RESPONSE);
        }

        @Test
        void whenTheServerSpeaksPlainHttp_thenItIsATlsError() {
            String url = server.page("/tls", "x").replace("http:", "https:");

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.TLS_ERROR);
        }

        @Test
        void whenTheFirstByteNeverArrives_thenItTimesOutInThatPhase() {
            SampleResult sample = load(server.at("/silent", client -> Thread.sleep(60_000)));

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.TIMEOUT);
            assertThat(sample.outcome().detail()).startsWith("ttfb");
        }

        @Test
        void whenTheStatusIsAnError_thenItIsReportedAndExcludedFromTrends() {
            String url = server.at(
                    "/broken",
                    client -> RawHttpServer.write(
                            client, RawHttpServer.response("503 Service Unavailable", "text/html", "<h1>Down</h1>")));
            SampleResult sample = load(url);

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.HTTP_STATUS);
            assertThat(sample.outcome().detail()).startsWith("503");
            assertThat(sample.isGood()).isFalse();
        }

        @Test
        void whenAuthenticationIsRequired_thenTheOutcomeStatesIt() {
            String url = server.at(
                    "/auth",
                    client -> RawHttpServer.write(
                            client,
                            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Type: text/html\r\n"
                                    + "Content-Length: 2\r\nConnection: close\r\n\r\nno"));

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.AUTH_REQUIRED);
        }

        @Test
        void whenItRedirectsToItself_thenItIsALoop() {
            String url = server.at(
                    "/round",
                    client -> RawHttpServer.write(
                            client,
                            "HTTP/1.1 302 Found\r\nLocation: /round\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.REDIRECT_LOOP);
        }

        @Test
        void whenItReloadsEndlessly_thenItIsANavigationLoop() {
            String url = server.page("/reload", "<h1>Again</h1><script>onload=()=>location.reload()</script>");

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.NAVIGATION_LOOP);
        }

        @Test
        void whenTheBodyIsTruncated_thenTheResponseIsIncomplete() {
            String url = server.at(
                    "/half",
                    client -> RawHttpServer.write(
                            client,
                            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10000\r\n\r\n<h1>Half of it</h1>"));

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.INCOMPLETE_RESPONSE);
        }

        @Test
        void whenThereIsNoContent_thenTheOutcomeStatesIt() {
            String url = server.at(
                    "/none",
                    client -> RawHttpServer.write(client, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.NO_CONTENT);
        }

        @Test
        void whenItIsAnArchive_thenItIsADownload() {
            String url = server.at(
                    "/zip",
                    client -> RawHttpServer.write(client, RawHttpServer.response("200 OK", "application/zip", "PK")));

            assertThat(load(url).outcome().kind()).isEqualTo(OutcomeType.DOWNLOAD);
        }

        @Test
        void whenItsScriptNeverEnds_thenItIsUnresponsiveAndKeepsItsPaintMetrics() {
            String url = server.page("/loop", "<h1>Painted</h1><script>setTimeout(()=>{for(;;);},1500)</script>");
            SampleResult sample = load(url);

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.PAGE_UNRESPONSIVE);
        }

        @Test
        void whenItOpensManyDialogs_thenTheyAreDismissedAndCounted() {
            SampleResult sample = load(server.page("/dialog", "<h1>Hello</h1><script>alert(1)</script>"));

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.OK);
            assertThat(sample.warnings()).contains(SampleWarning.DIALOG);
        }
    }

    @Nested
    class GivenAnAddressOfTidemarkItself {

        @Test
        void thenItIsBlockedByPolicy() {
            SampleResult sample = load("http://127.0.0.1:5432/");

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.BLOCKED_ADDRESS);
        }
    }
}
