package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the browser hides from performance entries of a page: elements in shadow roots, and paints of frames. */
@Tag("browser")
class HiddenElementsIT {

    /** An image of few bytes per pixel is no candidate for LCP. */
    private static final String LARGE_ENOUGH = "<!--" + "x".repeat(9_000) + "-->";

    private static final String ATTACH =
            "<script>const attach=(host,html,mode='open')=>{const root=host.attachShadow({mode});"
                    + "root.innerHTML=html;return root};const card=document.querySelector('x-card');";

    private static TestBrowserProber prober;
    private static RawHttpServer server;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
        server = prober.server;
        server.at(
                "/photo.svg",
                client -> RawHttpServer.write(
                        client,
                        RawHttpServer.response(
                                "200 OK",
                                "image/svg+xml",
                                "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='400'><circle r='200' cx='300' cy='200'/>"
                                        + LARGE_ENOUGH + "</svg>")));
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static SampleResult load(String html, Step... steps) {
        WebUrl url = WebUrl.parse(server.page("/hidden", "<!doctype html><title>t</title>" + html));
        SampleResult sample = prober.run(
                        new Target.PageTarget(url, List.of(steps)), TestBrowserProber.visit(Duration.ofSeconds(30)))
                .samples()
                .get(0);
        assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
        return sample;
    }

    private static String reason(SampleResult sample, Metric metric) {
        return sample.absent().stream()
                .filter(one -> one.metric().equals(metric))
                .map(AbsentMetric::reason)
                .findFirst()
                .orElse("");
    }

    @Nested
    class GivenALargestPaintInAShadowRoot {

        @ParameterizedTest(name = "{1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "attach(card,'<img src=/photo.svg>')|html>body>x-card >> img",
                    "attach(card,'<div class=\"b a\"><img src=/photo.svg></div>')|html>body>x-card >> div.a.b>img",
                    "attach(card,'<div><img id=hero src=/photo.svg></div>')|html>body>x-card >> #hero",
                    "attach(attach(card,'<x-inner></x-inner>').firstChild,'<p><img src=/photo.svg></p>')|html>body>x-card >> x-inner >> p>img",
                    "attach(card,'<p style=\"font-size:60px\">Large text of the card</p><p>Small</p>')|html>body>x-card >> p",
                    "attach(card,'<h2 style=\"font-size:60px\"><span>Large</span> text</h2>')|html>body>x-card >> h2",
                    "attach(card,'<div style=\"width:500px;height:300px;background:url(/photo.svg)\">x</div>')|html>body>x-card >> div",
                    "attach(card,'<svg width=500 height=300><image href=/photo.svg width=500 height=300 /></svg>')|html>body>x-card >> svg>image",
                    "card.id='top.1';attach(card,'<img src=/photo.svg>')|#top\\.1 >> img",
                })
        void whenItIsOpen_thenTheSelectorLeadsThroughTheHost(String script, String selector) {
            SampleResult sample = load("<body><x-card></x-card>" + ATTACH + script + "</script>");

            assertThat(sample.lcp().map(LcpElement::selector)).contains(selector);
        }

        @Test
        void whenTheRootIsClosed_thenThereIsNoSelectorButTheUrl() {
            SampleResult sample =
                    load("<body><x-card></x-card>" + ATTACH + "attach(card,'<img src=/photo.svg>','closed')</script>");

            assertThat(sample.lcp().orElseThrow().selector()).isEmpty();
            assertThat(sample.lcp().orElseThrow().url())
                    .hasValueSatisfying(url -> assertThat(url).endsWith("/photo.svg"));
        }

        @Test
        void whenTheRootIsDeclared_thenTheSelectorLeadsThroughTheHost() {
            SampleResult sample =
                    load("<body><x-card><template shadowrootmode=open><img src=/photo.svg></template></x-card>");

            assertThat(sample.lcp().map(LcpElement::selector)).contains("html>body>x-card >> img");
        }
    }

    @Nested
    class GivenNamesThatSelectorsEscape {

        @ParameterizedTest(name = "{1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "<h1 class='md:flex w-1/2'>Title</h1>|html>body>h1.md\\:flex.w-1\\/2",
                    "<h1 id='1st'>Title</h1>|#\\31 st",
                    "<h1 id='a.b c'>Title</h1>|#a\\.b\\ c",
                    "<svg width=500 height=300><foreignObject width=500 height=300><p>Text</p></foreignObject></svg>|html>body>svg>foreignObject>p",
                })
        void whenItIsTheLargestPaint_thenItsSelectorIsValid(String html, String selector) {
            assertThat(load("<body>" + html).lcp().map(LcpElement::selector)).contains(selector);
        }
    }

    @Test
    void whenAnElementInAShadowRootMoves_thenTheShiftHasItsSelector() {
        SampleResult sample = load(
                "<body><h1>Title</h1><x-card></x-card>" + ATTACH
                        + "const root=attach(card,'<div class=moved style=\"height:300px;background:#ccc\">Text</div>');"
                        + "setTimeout(()=>root.prepend(Object.assign(document.createElement('div'),{style:'height:100px'})),600)</script>");

        assertThat(sample.page().shifts())
                .singleElement()
                .extracting(LayoutShift::selector)
                .satisfies(selector -> assertThat(selector.toString()).contains("x-card >> div.moved"));
    }

    @Test
    void whenAnElementInAShadowRootIsClicked_thenTheInteractionHasItsSelector() {
        SampleResult sample = load(
                "<body><h1>Title</h1><x-card></x-card>" + ATTACH
                        + "attach(card,'<button id=go>Go</button>').firstChild.onclick=()=>{const e=performance.now()+80;"
                        + "while(performance.now()<e);}</script>",
                new Step.Click("#go"));

        assertThat(sample.page().worstInteraction().map(Interaction::selector)).contains("html>body>x-card >> #go");
        assertThat(sample.measurements().find(Metric.INP)).isPresent();
    }

    @Nested
    class GivenAPageThatHoldsOnlyAFrame {

        private final String framed = server.page("/framed", "<h1>Content of the frame</h1>");

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "<body style=margin:0><iframe src=FRAME style='border:0;width:100vw;height:100vh'></iframe>",
                    "<body style=margin:0><object data=FRAME type=text/html style='width:100vw;height:100vh'></object>",
                    "<frameset cols='20%,80%'><frame src=about:blank><frame src=FRAME></frameset>",
                    "<body><x-card></x-card><script>document.querySelector('x-card').attachShadow({mode:'open'}).innerHTML="
                            + "'<iframe src=FRAME style=\"border:0;width:100vw;height:90vh\"></iframe>'</script>",
                })
        void whenItFillsTheViewport_thenTheReasonNamesTheFrame(String html) {
            for (String frame : List.of(framed, framed.replace("127.0.0.1", "unknown.example"))) {
                SampleResult sample = load(html.replace("FRAME", frame));

                assertThat(List.of(Metric.FCP, Metric.LCP, Metric.CLS))
                        .allSatisfy(metric -> assertThat(reason(sample, metric))
                                .contains("shows the frame " + frame)
                                .contains("paint timings do not include frames"));
            }
        }

        @Test
        void whenItFillsATenthOfTheViewport_thenNothingWasPainted() {
            SampleResult sample =
                    load("<body><iframe src=" + framed + " style='border:0;width:30vw;height:30vh'></iframe>");

            assertThat(reason(sample, Metric.FCP)).startsWith("no content was painted");
        }
    }
}
