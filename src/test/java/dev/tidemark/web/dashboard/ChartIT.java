package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.tidemark.it.TestServer;
import dev.tidemark.model.metric.FormatCases;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Interaction with the trend chart: dots open runs, two dots a comparison, dragging a range. */
class ChartIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final ProbeId PROBE = new ProbeId("chart-it");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final List<Run> RUNS = new ArrayList<>();
    private static TestVisitor visitor;
    private static String deploy;

    @BeforeAll
    static void record() throws Exception {
        PRODUCT.post("/api/v1/probes", """
                {"id":"chart-it","name":"Chart","url":"http://127.0.0.1:9/","every":"P1D","enabled":false,"tags":["chart-tag"]}""");
        try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
            for (int hour = 20; hour >= 4; hour -= 4) {
                Slot slot = new Slot(PROBE, LocationName.DEFAULT, NOW.minus(Duration.ofHours(hour)));
                RUNS.add(fixture.recorded(slot, "LCP", hour > 10 ? 1_000 : 2_000, "FCP", 500, "CLS", 0.01));
            }
        }
        HttpResponse<String> made = PRODUCT.post(
                "/api/v1/markers",
                "{\"title\":\"v2 <script>\",\"tag\":\"chart-tag\",\"at\":\"" + NOW.minus(Duration.ofHours(10)) + "\"}");
        deploy = made.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        // Other tests add deploys for all probes, and the overview shows the newest one.
        PRODUCT.post("/api/v1/markers", "{\"title\":\"v3 <script>\",\"probe\":\"chart-it\",\"at\":\"" + NOW + "\"}");
        visitor = TestVisitor.shared();
    }

    private static Page day() {
        visitor.open("/probes/chart-it?range=24h", Look.LIGHT_DESKTOP);
        visitor.page()
                .waitForSelector(
                        "[data-plot] .tip",
                        new Page.WaitForSelectorOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return visitor.page();
    }

    /** Position of a run's dot, as a share of the chart's width. */
    private static double share(int run) {
        Duration ago = Duration.between(RUNS.get(run).slot().plannedAt(), Instant.now());
        return 1 - ago.toMillis() / (double) Duration.ofDays(1).toMillis();
    }

    private static void click(Page page, double share, boolean shift) {
        BoundingBox box = page.locator("[data-plot]").first().boundingBox();
        if (shift) {
            page.keyboard().down("Shift");
        }
        page.mouse().click(box.x + share * box.width, box.y + 150);
        if (shift) {
            page.keyboard().up("Shift");
        }
    }

    @Nested
    class GivenAChartWithRuns {

        @Test
        void whenADotIsClicked_thenItsRunOpens() {
            Page page = day();

            click(page, share(1), false);
            page.waitForURL("**/runs/**");

            assertThat(page.url()).endsWith("/runs/" + RUNS.get(1).id());
        }

        @Test
        void whenTwoDotsAreClickedWithShift_thenTheyAreCompared() {
            Page page = day();

            click(page, share(4), true);
            click(page, share(0), true);
            page.waitForURL("**/compare?**");

            assertThat(page.locator("main").innerHTML())
                    .contains(
                            "/runs/" + RUNS.get(0).id(), "/runs/" + RUNS.get(4).id());
        }

        @Test
        void whenARangeIsDragged_thenThePageShowsIt() {
            Page page = day();
            BoundingBox box = page.locator("[data-plot]").first().boundingBox();

            page.mouse().move(box.x + 0.25 * box.width, box.y + 100);
            page.mouse().down();
            page.mouse().move(box.x + 0.75 * box.width, box.y + 120);
            page.mouse().up();
            page.waitForURL("**from=**");

            assertThat(page.locator("[data-plot] svg").first().getAttribute("aria-label"))
                    .contains(": 3 runs");
            assertThat(page.inputValue("input[name=from]"))
                    .as("the field shows it too")
                    .matches("[\\d-]+T[\\d:]{5}");
        }

        @Test
        void whenKeysAreUsed_thenEnterOpensTheSelectedRun() {
            Page page = day();

            page.locator("[data-plot]").first().focus();
            page.keyboard().press("Home");
            page.keyboard().press("Enter");
            page.waitForURL("**/runs/**");

            assertThat(page.url()).endsWith("/runs/" + RUNS.get(0).id());
        }
    }

    @Nested
    class GivenTheCasesThatTheServerFormatsToo {

        @Test
        void whenTheScriptFormatsThem_thenItsTextsAreTheSame() {
            Object different = day().evaluate("""
                    async cases => {
                      const { format, formatAgainst, formatLimit } = await import(document.querySelector("script[type=module]").src);
                      const text = one => one.limit === undefined
                        ? format(one.unit, one.value)
                        : formatAgainst(one.unit, one.value, one.limit) + " of " + formatLimit(one.unit, one.limit);
                      const wanted = one => one.limit === undefined ? one.text : one.text + " of " + one.limitText;
                      return JSON.parse(cases).filter(one => text(one) !== wanted(one)).map(one => JSON.stringify(one) + ": " + text(one));
                    }""", FormatCases.json());

            assertThat((List<?>) different).isEmpty();
        }
    }

    @Nested
    class GivenOnlyAKeyboard {

        @Test
        void whenTwoRunsArePickedWithShift_thenTheyAreCompared() {
            Page page = walkedTo("Home");

            page.keyboard().press("Shift+Enter");
            assertThat(page.innerText("[data-plot] [aria-live]")).startsWith("Selected 1.00 s");
            page.keyboard().press("End");
            page.keyboard().press("Shift+Enter");
            page.waitForURL("**/compare?**");

            assertThat(page.locator("main").innerHTML())
                    .contains(
                            "/runs/" + RUNS.get(0).id(), "/runs/" + RUNS.get(4).id());
        }

        @Test
        void whenTheSameRunIsPickedTwiceOrEscapeIsPressed_thenNoneIsPicked() {
            Page page = walkedTo("Home");

            page.keyboard().press("Shift+Enter");
            assertThat(page.locator(".point.picked").count()).isEqualTo(1);
            page.keyboard().press("Shift+Enter");
            assertThat(page.locator(".point.picked").count()).isZero();
            page.keyboard().press("Shift+Enter");
            page.keyboard().press("Escape");
            assertThat(page.locator(".point.picked").count()).isZero();
            assertThat(page.url()).contains("/probes/chart-it");
        }

        private Page walkedTo(String key) {
            Page page = day();
            page.locator("[data-plot]").first().focus();
            page.keyboard().press(key);
            return page;
        }
    }

    @Nested
    class GivenADeployInTheRange {

        @Test
        void whenTheOverviewIsOpened_thenOneClickComparesBeforeAndAfter() {
            visitor.open("/?q=chart-it", Look.LIGHT_PHONE);
            Page page = visitor.page();
            assertThat(page.locator(".board .since").innerText()).endsWith("v3 <script>");

            page.locator(".board .since").click();
            page.waitForURL("**/compare?**");

            assertThat(page.url()).contains("probe=chart-it", "around=");
            assertThat(page.innerText("h1")).isEqualTo("Chart: before and after");
            assertThat(visitor.complaints()).isEmpty();
        }

        @Test
        void whenThePageIsOpened_thenItsLineAndItsRowAreThere() {
            Page page = day();

            assertThat(page.locator("[data-plot] svg").first().innerHTML()).contains("Deploy: v2 &lt;script&gt;");
            page.locator("details.happenings summary").click();
            assertThat(page.locator("details.happenings tbody").innerText()).contains("v2 <script>", "tag chart-tag");
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.accessibilityFaults()).isEmpty();
            visitor.photograph("happenings");
        }

        @Test
        void whenThePointerIsOnItsLine_thenATooltipNamesIt() {
            Page page = day();
            BoundingBox box = page.locator("[data-plot]").first().boundingBox();

            page.mouse().move(box.x + box.width * (1 - 10 / 24.0), box.y + 60);

            assertThat(page.locator("[data-plot] .tip").first().innerText()).contains("Deploy: v2 <script>");
        }

        @Test
        void whenItsButtonIsPressed_thenTheRunsBeforeAndAfterAreCompared() {
            Page page = day();

            page.locator("details.happenings summary").click();
            page.locator("details.happenings tbody a.button").first().click();
            page.waitForURL("**/compare?**");

            assertThat(page.url()).contains("around=");
        }
    }

    @Nested
    class GivenNoRunAtATime {

        @Test
        void whenItIsRequested_thenItIsNotFound() throws Exception {
            assertThat(PRODUCT.get("/go/run?probe=chart-it&location=default&metric=LCP&at=2001-01-01T00:00:00Z")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(PRODUCT.get("/go/run?probe=chart-it&at=then").statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class GivenTheFormForAnnotations {

        @Test
        void whenItIsFilledIn_thenThePageOfTheProbeShowsTheNote() throws Exception {
            HttpResponse<String> answer = form("back=chart-it&title=Sale+began&kind=note&scope=chart-it&at=&link=");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/probes/chart-it");
            assertThat(PRODUCT.get("/probes/chart-it?range=24h").body()).contains("Sale began");
        }

        @Test
        void whenItIsInvalid_thenItsInputIsKept() throws Exception {
            HttpResponse<String> answer = form("back=chart-it&title=%20&kind=note&scope=nobody&link=javascript:1");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(
                            "title is missing. Describe the event",
                            "Unknown probe",
                            "link is invalid. Use a URL such as https://example.com/",
                            "value=\"javascript:1\"");
        }

        @Test
        void whenAnAnnotationIsDeleted_thenItIsGone() throws Exception {
            String id = PRODUCT.post("/api/v1/markers", "{\"title\":\"wrong\"}")
                    .body()
                    .replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");

            assertThat(form("delete=" + id).statusCode()).isEqualTo(303);
            assertThat(PRODUCT.get("/api/v1/markers/" + id).statusCode()).isEqualTo(404);
            assertThat(Set.of(id)).doesNotContain(deploy);
        }

        private HttpResponse<String> form(String fields) throws Exception {
            return PRODUCT.send(PRODUCT.request("/markers")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(fields))
                    .build());
        }
    }
}
