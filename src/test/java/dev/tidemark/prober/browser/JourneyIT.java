package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.StepResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("browser")
class JourneyIT {

    private static final Duration LIMIT = Duration.ofSeconds(45);

    private static TestBrowserProber prober;
    private static RawHttpServer server;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
        server = prober.server;
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static RunResult journey(Step... steps) {
        return prober.run(new Target.Journey(List.of(steps)), TestBrowserProber.visit(LIMIT));
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class GivenTwoPagesAndAButton {

        private final String cart = server.page(
                "/cart",
                "<title>Cart</title><h1 id=cart>Cart</h1><button id=pay>Pay</button><script>pay.onclick=()=>{"
                        + "const e=performance.now()+120;while(performance.now()<e);cart.textContent='paid'}</script>");
        private final String shop =
                server.page("/shop", "<title>Shop</title><h1 id=hero>Shop</h1><a href='" + cart + "'>To the cart</a>");
        private final RunResult run = journey(
                new Step.Open(WebUrl.parse(shop)),
                new Step.Click("a"),
                new Step.Click("#pay"),
                new Step.Expect("#cart", "paid"));
        private final SampleResult sample = run.samples().get(0);

        private double value(String metric) {
            return sample.measurements()
                    .find(Metric.of(metric))
                    .map(one -> one.value())
                    .orElse(Double.NaN);
        }

        @Test
        void thenEachStepHasItsOwnMetrics() {
            assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
            assertThat(sample.page().steps())
                    .extracting(StepResult::title)
                    .containsExactly("open " + shop, "click a", "click #pay", "expect #cart with \"paid\"");
            assertThat(value("STEP:1:LCP")).isPositive();
            assertThat(value("STEP:2:LCP")).isPositive();
            assertThat(value("STEP:2:REQUESTS")).isEqualTo(1);
            assertThat(value("STEP:2:DURATION")).isGreaterThanOrEqualTo(value("STEP:2:LOAD"));
            assertThat(value("STEP:3:LCP")).isNaN();
            assertThat(value("STEP:3:INP")).isGreaterThanOrEqualTo(120);
            assertThat(value("STEP:3:TBT")).isGreaterThanOrEqualTo(50);
            assertThat(value("STEP:3:REQUESTS")).isZero();
            assertThat(value("STEP:4:DURATION")).isNotNegative();
        }

        @Test
        void thenTheMetricsOfTheSampleAreThoseOfTheFirstPage() {
            assertThat(value("LCP")).isEqualTo(value("STEP:1:LCP"));
            assertThat(sample.lcp().orElseThrow().selector()).contains("hero");
            assertThat(value("TTI")).isPositive();
            assertThat(value("INP")).isGreaterThanOrEqualTo(120);
            assertThat(value("REQUESTS")).isEqualTo(2);
        }

        @Test
        void thenTheStepsAreConsecutive() {
            for (int i = 1; i < 4; i++) {
                assertThat(sample.page().steps().get(i).startMillis())
                        .isGreaterThanOrEqualTo(sample.page().steps().get(i - 1).endMillis());
            }
        }
    }

    /** The cases of the field: a date became 61130-02-02, and no step could choose an option. */
    @Nested
    class GivenFieldsThatAreNoTextFields {

        private static final String FORM =
                "<h1>Form</h1><input id=d type=date><select id=s><option>a<option value=b>B</select>"
                        + "<input id=c type=checkbox><input id=t maxlength=3><p id=out></p><script>addEventListener('change',"
                        + "()=>out.textContent=[d.value,s.value,c.checked])</script>";

        private SampleResult filled(Step... steps) {
            WebUrl url = WebUrl.parse(server.page("/form", FORM));
            List<Step> all = new ArrayList<>(List.of(new Step.Open(url)));
            all.addAll(List.of(steps));
            return journey(all.toArray(Step[]::new)).samples().get(0);
        }

        @Test
        void whenADateASelectAndACheckBoxAreFilled_thenTheyHoldTheValues() {
            SampleResult sample = filled(
                    new Step.Fill("#d", "2026-11-30"),
                    new Step.Fill("#s", "b"),
                    new Step.Fill("#c", "true"),
                    new Step.Expect("#out", "2026-11-30,b,true"));

            assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
        }

        @Test
        void whenAFieldDoesNotHoldTheValue_thenTheStepFails() {
            SampleResult sample = filled(new Step.Fill("#t", "abcd"));

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(sample.outcome().detail())
                    .startsWith("step 2, fill #t: the field holds 3 characters instead of 4");
        }

        @Test
        void whenADateHasAnotherForm_thenTheFormIsNamed() {
            SampleResult sample = filled(new Step.Fill("#d", "30.11.2026"));

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(sample.outcome().detail())
                    .isEqualTo("step 2, fill #d: the value is not valid for an input of type date. "
                            + "Write it as in 2026-11-30.");
        }
    }

    @Nested
    class GivenAStepThatFails {

        @Test
        void whenItsFieldIsReadOnly_thenTheDetailSaysSo() {
            WebUrl url = WebUrl.parse(server.page("/fixed", "<h1>Form</h1><input id=q readonly>"));
            SampleResult sample = journey(new Step.Open(url), new Step.Fill("#q", "words"))
                    .samples()
                    .get(0);

            assertThat(sample.outcome().detail())
                    .isEqualTo("step 2, fill #q: not completed within 10 s; the field is read-only");
        }

        @Test
        void thenItIsNamedByItsNumber() {
            String url = server.page("/lonely", "<h1>Nothing to press</h1>");
            SampleResult sample = journey(new Step.Open(WebUrl.parse(url)), new Step.Click("#b"))
                    .samples()
                    .get(0);

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(sample.outcome().detail()).startsWith("step 2, click #b: not completed within 10 s");
        }

        @Test
        void whenItsSelectorIsInvalid_thenTheDetailStatesTheReason() {
            SampleResult sample = click("/odd", "<h1>Text</h1>", "##[[");

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(sample.outcome().detail()).contains("##[[").doesNotContain("Error {");
        }
    }

    private static SampleResult click(String path, String html, String selector) {
        WebUrl url = WebUrl.parse(server.page(path, html));
        return prober.run(
                        new Target.Journey(
                                List.of(new Step.Open(url), new Step.Click(selector), new Step.WaitFor("h1"))),
                        TestBrowserProber.visit(Duration.ofSeconds(16)))
                .samples()
                .get(0);
    }

    /** The outcome type is that of the failure, and its detail names the step. */
    @Nested
    class GivenAStepThatBreaksThePage {

        private static final String BUTTON = "<h1>Text</h1><button id=b>b</button><script>b.onclick=()=>";

        @Test
        void whenItOpensAClosedPort_thenTheConnectionIsRefused() {
            WebUrl url = WebUrl.parse(server.page("/first", "<h1>Text</h1>"));
            SampleResult sample = journey(new Step.Open(url), new Step.Open(WebUrl.parse("http://127.0.0.1:2/")))
                    .samples()
                    .get(0);

            assertThat(sample.outcome().kind()).isEqualTo(OutcomeType.CONNECTION_REFUSED);
            assertThat(sample.outcome().detail()).contains("; step 2, open http://127.0.0.1:2/");
        }

        @Test
        void whenItCrashesThePage_thenThePageCrashed() {
            SampleResult sample = click(
                    "/crash",
                    BUTTON
                            + "{let d=document.body;for(let i=0;i<20000;i++)d=d.appendChild(document.createElement('div'))}</script>",
                    "#b");

            assertThat(sample.outcome().kind()).as(sample.outcome().detail()).isEqualTo(OutcomeType.PAGE_CRASH);
        }

        @Test
        void whenItHangsThePage_thenThePageIsUnresponsive() {
            SampleResult sample = click("/hang", BUTTON + "setTimeout(()=>{for(;;);},100)</script>", "#b");

            assertThat(sample.outcome().kind()).as(sample.outcome().detail()).isEqualTo(OutcomeType.PAGE_UNRESPONSIVE);
            assertThat(sample.outcome().detail()).contains("; step 3, wait for h1");
            assertThat(sample.duration()).isLessThan(Duration.ofSeconds(26));
        }

        @Test
        void whenItIsTheLastAndHangsThePage_thenThePageIsUnresponsive() {
            WebUrl url = WebUrl.parse(server.page("/last", BUTTON + "setTimeout(()=>{for(;;);},50)</script>"));
            SampleResult sample = prober.run(
                            new Target.Journey(List.of(new Step.Open(url), new Step.Click("#b"))),
                            TestBrowserProber.visit(Duration.ofSeconds(10)))
                    .samples()
                    .get(0);

            assertThat(sample.outcome().kind()).as(sample.outcome().detail()).isEqualTo(OutcomeType.PAGE_UNRESPONSIVE);
            assertThat(sample.measurements().find(Metric.LCP)).isPresent();
            assertThat(sample.duration()).isLessThan(Duration.ofSeconds(20));
        }

        @Test
        void whenItOpensDialogsEndlessly_thenTheLimitIsExceeded() {
            SampleResult sample = click("/alerts", BUTTON + "{for(;;)alert(1)}</script>", "#b");

            assertThat(sample.outcome().kind()).as(sample.outcome().detail()).isEqualTo(OutcomeType.LIMIT_EXCEEDED);
            assertThat(sample.outcome().detail()).startsWith("dialogs");
        }

        @Test
        void whenItNavigatesToAUrlWithoutResponse_thenItTimesOut() {
            String mute = server.at("/mute", client -> Thread.sleep(60_000));
            SampleResult sample = click("/leaves", BUTTON + "location='" + mute + "'</script>", "#b");

            assertThat(sample.outcome().kind()).as(sample.outcome().detail()).isEqualTo(OutcomeType.TIMEOUT);
            assertThat(sample.outcome().detail()).startsWith("ttfb");
        }
    }

    @Nested
    class GivenElementsWithAccessibleNames {

        private static final String PAGE = "<title>Order</title><p>Submit order</p><p id=done>no</p>"
                + "<label for=m>Mail</label><input id=m><label>Secret <input type=password></label>"
                + "<input placeholder=Search><input type=submit value='Send it'>"
                + "<button><b>Submit</b> order</button><a href='#x' aria-label='Open cart'>+</a>"
                + "<img alt='Our logo' width=20 height=20><span id=t>Terms</span><input type=checkbox aria-labelledby=t>"
                + "<div role=button title='Close dialog' style='width:20px;height:20px'></div>"
                + "<script>onclick=e=>done.textContent+=' '+e.target.closest('button,a,img,input,div').tagName</script>";

        @ParameterizedTest
        @CsvSource({
            "Submit order, BUTTON",
            "Send it,      INPUT",
            "Open cart,    A",
            "Our logo,     IMG",
            "Terms,        INPUT",
            "Close dialog, DIV",
            "Mail,         INPUT",
            "Secret,       INPUT",
            "Search,       INPUT",
        })
        void whenOneIsClickedByItsName_thenItReceivesTheClick(String name, String tag) {
            RunResult run = journey(
                    new Step.Open(WebUrl.parse(server.page("/names", PAGE))),
                    new Step.Click("name=" + name),
                    new Step.Expect("#done", "no " + tag));

            assertThat(run.outcome().detail()).isEmpty();
            assertThat(run.outcome().kind()).isEqualTo(OutcomeType.OK);
        }
    }
}
