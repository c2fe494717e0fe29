package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.ClientRedirect;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RedirectKind;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that navigate away by themselves. */
@Tag("browser")
class ClientRedirectsIT {

    private static final PageLoadSettings SETTINGS = TestBrowserProber.visit(PageLoadSettings.DEFAULT_TIMEOUT);

    private static TestBrowserProber prober;
    private static RawHttpServer server;
    private static String landing;
    private static String otherOrigin;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
        server = prober.server;
        landing = server.page("/landing", "<title>Landing</title><h1>Landing</h1>");
        otherOrigin = landing.replace("127.0.0.1", "unknown.example");
        server.at(
                "/moved",
                client -> RawHttpServer.write(
                        client,
                        "HTTP/1.1 302 Found\r\nLocation: /landing\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        server.at(
                "/refresh-header",
                client -> RawHttpServer.write(
                        client,
                        RawHttpServer.response(
                                "200 OK", "text/html\r\nRefresh: 1;url=/landing", "<h1>Wait a second</h1>")));
        server.page("/chained", "<meta http-equiv=refresh content='0;url=/moved'><h1>One</h1>");
        server.at(
                "/missing",
                client -> RawHttpServer.write(
                        client, RawHttpServer.response("404 Not Found", "text/html", "<h1>Not here</h1>")));
        server.page("/framed", "<script>location.replace('/landing')</script>");
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static SampleResult load(String url, PageLoadSettings settings, Step... steps) {
        return prober.run(new Target.PageTarget(WebUrl.parse(url), List.of(steps)), settings)
                .samples()
                .get(0);
    }

    private static SampleResult load(String html) {
        return load(server.page("/start", html.replace("OTHER", otherOrigin)), SETTINGS);
    }

    private static Stream<RedirectKind> kinds(SampleResult sample) {
        return sample.page().redirects().stream().map(ClientRedirect::kind);
    }

    @Nested
    class GivenAPageThatNavigatesAwayByItself {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "meta refresh  | <meta http-equiv=refresh content='0;url=/landing'><p>x           | META_REFRESH",
                    "after a second| <meta http-equiv=refresh content='1;url=/landing'><p>x           | META_REFRESH",
                    "assign        | <p>x<script>location.assign('/landing')</script>                 | SCRIPT",
                    "replace       | <p>x<script>location.replace('/landing')</script>                | SCRIPT",
                    "after load    | <p>x<script>setTimeout(()=>location.href='/landing',2000)</script> | SCRIPT",
                    "clicked link  | <p>x<a id=a href=/landing>y</a><script>a.click()</script>        | SCRIPT",
                    "form, GET     | <form action=/landing></form><script>document.forms[0].submit()</script> | FORM",
                    "form, POST    | <form action=/landing method=post></form><script>document.forms[0].submit()</script> | FORM",
                    "pathname      | <p>x<script>location.pathname='/landing'</script>                | SCRIPT",
                    "from a frame  | <p>x<iframe srcdoc=\"<script>top.location='/landing'</script>\"></iframe> | SCRIPT",
                })
        void whenItIsLoaded_thenTheRunNamesTheRedirectAndBothUrls(String name, String html, RedirectKind kind) {
            SampleResult sample = load(html);

            assertThat(sample.outcome().isOk()).as(sample.outcome().toString()).isTrue();
            assertThat(sample.page().startUrl()).endsWith("/start");
            assertThat(kinds(sample)).containsExactly(kind);
            ClientRedirect redirect = sample.page().redirects().get(0);
            assertThat(redirect.from()).endsWith("/start");
            assertThat(redirect.to()).contains("/landing");
            assertThat(redirect.atMillis()).isPositive().isEqualTo(sample.page().waitMillis());
            assertThat(redirect.step()).isZero();
            assertThat(sample.page().finalUrl()).contains("/landing");
            assertThat(sample.page().title()).isEqualTo("Landing");
            assertThat(redirects(sample)).isZero();
        }

        @Test
        void whenTheHeaderRefreshSaysSo_thenItsWaitIsInTheTimeOfTheRedirect() {
            SampleResult sample = load(landing.replace("/landing", "/refresh-header"), SETTINGS);

            assertThat(kinds(sample)).containsExactly(RedirectKind.REFRESH_HEADER);
            assertThat(sample.page().waitMillis()).isGreaterThanOrEqualTo(1_000);
        }

        @Test
        void whenItReloadsItself_thenThatIsARedirectToTheSameUrl() {
            SampleResult sample =
                    load("<p>x<script>if(!sessionStorage.r){sessionStorage.r=1;location.reload()}</script>");

            assertThat(kinds(sample)).containsExactly(RedirectKind.RELOAD);
            assertThat(sample.page().finalUrl())
                    .isEqualTo(sample.page().redirects().get(0).to());
        }

        @Test
        void whenItGoesToAnotherOriginOverSeveralPages_thenEachHopIsThereWithItsTime() {
            server.page("/second", "<p>x<script>location='/chained'</script>");
            SampleResult sample = load("<meta http-equiv=refresh content='0;url=/second'><p>x");

            assertThat(kinds(sample))
                    .containsExactly(RedirectKind.META_REFRESH, RedirectKind.SCRIPT, RedirectKind.META_REFRESH);
            assertThat(sample.page().redirects().stream().map(ClientRedirect::atMillis))
                    .isSorted();
            assertThat(sample.page().redirects().get(2).to()).endsWith("/moved");
            assertThat(sample.page().finalUrl()).isEqualTo(landing);
            assertThat(redirects(sample)).isOne();
        }

        @Test
        void whenItGoesToAnotherOrigin_thenTheFinalUrlIsThere() {
            SampleResult sample = load("<p>x<script>location='OTHER#top'</script>");

            assertThat(kinds(sample)).containsExactly(RedirectKind.SCRIPT);
            assertThat(sample.page().finalUrl()).isEqualTo(otherOrigin);
            assertThat(sample.page().displayedUrl()).isEqualTo(otherOrigin + "#top");
        }

        @Test
        void whenItGoesToAnErrorPage_thenTheRunFailsAndNamesTheRedirect() {
            SampleResult sample = load("<p>x<script>location='/missing'</script>");

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.HTTP_STATUS);
            assertThat(kinds(sample)).containsExactly(RedirectKind.SCRIPT);
        }

        @Test
        void whenItGoesToAServerThatRefuses_thenTheRunFailsAndNamesTheRedirect() {
            SampleResult sample = load("<p>x<script>location='http://127.0.0.1:2/'</script>");

            assertThat(sample.outcome().isOk()).isFalse();
            assertThat(sample.page().redirects()).extracting(ClientRedirect::to).containsExactly("http://127.0.0.1:2/");
        }

        @Test
        void whenItNeverStops_thenEachHopOfTheLoopIsThere() {
            SampleResult sample = load("<p>x<script>location='/start?'+Math.random()</script>");

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.NAVIGATION_LOOP);
            assertThat(kinds(sample)).hasSizeGreaterThanOrEqualTo(5).containsOnly(RedirectKind.SCRIPT);
        }
    }

    @Nested
    class GivenAPageThatStays {

        @Test
        void whenItChangesItsUrlByTheHistoryApi_thenThatIsNoRedirect() {
            SampleResult sample = load("<p>x<script>history.pushState(1,'','/pushed')</script>");

            assertThat(sample.page().redirects()).isEmpty();
            assertThat(sample.page().finalUrl()).endsWith("/start");
            assertThat(sample.page().displayedUrl()).endsWith("/pushed");
            assertThat(sample.page().waitMillis()).isZero();
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "<p>x<script>location.hash='a'</script>",
                    "<p>x<iframe src=/framed></iframe>",
                    "<p>x<script>document.open();document.write('<p>y');document.close()</script>"
                })
        void whenOnlyItsFragmentOrAFrameOrItsContentChanges_thenThatIsNoRedirect(String html) {
            assertThat(load(html).page().redirects()).isEmpty();
        }

        @Test
        void whenHttpRedirects_thenOnlyThatCounts() {
            SampleResult sample = load(landing.replace("/landing", "/moved"), SETTINGS);

            assertThat(sample.page().redirects()).isEmpty();
            assertThat(redirects(sample)).isOne();
            assertThat(sample.page().startUrl()).endsWith("/moved");
        }
    }

    @Nested
    class GivenSteps {

        @Test
        void whenAClickNavigates_thenThatIsNoRedirectButWhatItsPageDoesIs() {
            String start = server.page("/start", "<a id=one href=/landing>One</a>");
            server.page("/landing", "<title>Landing</title><h1>Landing</h1><a id=two href=/chained>Two</a>");
            SampleResult sample = load(start, SETTINGS, new Step.Click("#one"), new Step.Click("#two"));

            assertThat(sample.outcome().isOk()).as(sample.outcome().toString()).isTrue();
            assertThat(sample.page().redirects()).singleElement().satisfies(redirect -> {
                assertThat(redirect.kind()).isEqualTo(RedirectKind.META_REFRESH);
                assertThat(redirect.from()).endsWith("/chained");
                assertThat(redirect.step()).isEqualTo(2);
            });
            assertThat(sample.page().waitMillis()).isZero();
        }
    }

    @Nested
    class GivenAnExpectedFinalUrl {

        private static final String HOME = "<p>x<script>location='/landing?from=home#top'</script>";

        private PageLoadSettings expecting(String url) {
            return new TestPageLoadSettings().expecting(url).within(PageLoadSettings.DEFAULT_TIMEOUT);
        }

        @Test
        void whenThePageEndsThere_thenTheRunSucceeds() {
            assertThat(load(server.page("/start", HOME), expecting("*/landing?from=*"))
                            .outcome()
                            .isOk())
                    .isTrue();
        }

        @Test
        void whenThePageEndsElsewhere_thenTheRunFailsWithBothUrls() {
            SampleResult sample = load(server.page("/start", HOME), expecting("*/account"));

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(sample.outcome().detail())
                    .isEqualTo("final URL is " + landing + "?from=home#top, expected */account");
        }

        @Test
        void whenThePageFailsForAnotherReason_thenThatIsTheOutcome() {
            assertThat(load(landing.replace("/landing", "/missing"), expecting("*/account"))
                            .outcome()
                            .kind())
                    .isEqualTo(OutcomeType.HTTP_STATUS);
        }
    }

    private static double redirects(SampleResult sample) {
        return sample.measurements()
                .find(Metric.of("REDIRECTS"))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }
}
