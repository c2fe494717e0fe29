package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Locator;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outages, values against limits, and runs after retention, on every page that shows them. */
class StatesIT {

    private static final TestServer PRODUCT = TestServer.running();

    private static StateProbes probes;
    private static TestVisitor visitor;

    @BeforeAll
    static void record() throws Exception {
        probes = StateProbes.make();
        visitor = TestVisitor.shared();
    }

    static Stream<Arguments> pages() {
        return PageAssertions.inEveryLook(List.of(
                arguments("states-overview", "/?tag=" + StateProbes.TAG, "No run has succeeded yet"),
                arguments("states-outage", "/probes/state-outage?range=24h", "5 failed runs"),
                arguments("states-never", "/probes/state-never?range=24h", "no run has succeeded yet"),
                arguments("states-over", "/probes/state-over?range=24h", "over budget (≤ 1.00 s)"),
                arguments("states-limits", "/probes/state-limits?range=24h", "Budget 9.00 s, p75"),
                arguments(
                        "states-run-over", "/runs/" + probes.last("state-over").id(), "over budget: LCP"),
                arguments("states-budgets", "/probes/state-limits/budgets", "near the limit"),
                arguments("states-run-expired", run(0), "no longer retained"),
                arguments("states-compare-expired", compare(0, 4), "no longer retained")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenAnyDisplayMode_whenAStateIsShown_thenThePageHasItsContentWithoutErrors(
            String name, String path, String content, Look look) {
        PageAssertions.check(visitor, name, path, content, look);
    }

    private static String run(int n) {
        return "/runs/" + probes.runs(StateProbes.EXPIRED).get(n).id();
    }

    private static String compare(int a, int b) {
        return "/compare?a=" + probes.runs(StateProbes.EXPIRED).get(a).id() + "&b="
                + probes.runs(StateProbes.EXPIRED).get(b).id();
    }

    /** The row of a probe at a location. */
    private static Locator row(String probe, String location) {
        visitor.open("/?tag=" + StateProbes.TAG, Look.LIGHT_DESKTOP);
        return visitor.page()
                .locator("tr.row:has(a[href='/probes/" + probe + "?location=" + location + "'])")
                .first();
    }

    private static Locator tiles(String path) {
        visitor.open(path, Look.LIGHT_DESKTOP);
        return visitor.page().locator(".tiles .tile");
    }

    @Nested
    class GivenAnOutage {

        @ParameterizedTest
        @CsvSource({"state-outage, HTTP status", "state-partial, timeout", "state-monitor, browser launch"})
        void whenTheOverviewIsRead_thenValuesOfOlderRunsAreMarkedAsStaleWithTheirAge(String probe, String outcome) {
            Locator row = row(probe, "default");

            assertThat(row.locator(".is-stale").count()).isEqualTo(5);
            assertThat(row.locator("td .stale").allInnerTexts()).hasSize(5).allMatch(text -> text.endsWith("h ago"));
            assertThat(row.locator("td .shape-good, td .shape-within").count()).isZero();
            assertThat(row.locator(".outcome").innerText()).contains(outcome);
        }

        @Test
        void whenOnlyOneLocationFails_thenTheOtherOneShowsItsCurrentValues() {
            assertThat(row("state-partial", "tokyo").locator(".is-stale").count())
                    .isZero();
        }

        @Test
        void whenNoRunHasEverSucceeded_thenThereIsNoValue() {
            assertThat(row("state-never", "default").innerText()).contains("No run has succeeded yet", "DNS failure");
        }

        @Test
        void whenAnHttpCheckFails_thenItsOwnMetricsAreShownAsStale() {
            Locator row = row("state-http", "default");

            assertThat(row.innerText()).contains("TTFB").doesNotContain("n/a");
            assertThat(row.locator("td .stale").innerText()).endsWith("h ago");
        }

        @Test
        void whenAProbeIsPaused_thenItsValuesAreNotCurrent() {
            assertThat(row("state-paused", "default").locator(".is-stale").count())
                    .isEqualTo(5);
        }

        @ParameterizedTest
        @CsvSource({
            "state-outage, the latest run failed",
            "state-monitor, the latest run failed",
            "state-paused, These values are not current"
        })
        void whenTheProbesPageIsRead_thenTilesHaveTheirAgeAndNoRating(String probe, String note) {
            Locator tiles = tiles("/probes/" + probe + "?range=24h");

            assertThat(tiles.count()).isEqualTo(5);
            assertThat(tiles.locator(".value.is-stale").count()).isEqualTo(5);
            assertThat(tiles.locator(".shape").count()).isZero();
            assertThat(tiles.first().innerText()).contains("h ago").doesNotContain("good");
            assertThat(visitor.page().innerText(".note-stale")).contains(note);
        }

        @ParameterizedTest
        @CsvSource({
            "state-outage, c-what-failed, Failed: HTTP status, 5 failed runs",
            "state-monitor, c-what-monitor-failed, Monitor failure: browser launch, 5 runs lost to a monitor failure",
            "state-never, c-what-failed, Failed: DNS failure, 5 failed runs"
        })
        void whenTheChartIsDrawn_thenFailedRunsAreCrossesThatTheLegendNames(
                String probe, String mark, String title, String legend) {
            visitor.open("/probes/" + probe + "?range=24h", Look.LIGHT_DESKTOP);
            Locator chart = visitor.page().locator("svg.chart").first();

            assertThat(chart.locator("." + mark).count()).isEqualTo(5);
            assertThat(chart.locator("." + mark + " title").first().textContent())
                    .isEqualTo(title);
            assertThat(visitor.page().innerText(".chart-legend")).contains(legend);
        }

        @Test
        void whenAChartIsDownloaded_thenItsLegendNamesFailedRuns() throws Exception {
            assertThat(PRODUCT.get("/probes/state-outage/chart.svg?range=24h").body())
                    .contains(">failed run<", "c-failed");
        }

        @ParameterizedTest
        @CsvSource({
            "state-outage, LCP: failing",
            "state-never, LCP: failing",
            "state-monitor, LCP: no current value",
            "state-paused, LCP: paused",
            "state-within, 'LCP: 641 ms, within budget'",
            "state-near, 'LCP: 951 ms, near the limit'",
            "state-over, 'LCP: 2.15 s, over budget'"
        })
        void whenABadgeIsRead_thenItNeverShowsAnOldValue(String probe, String text) throws Exception {
            assertThat(PRODUCT.get("/badge/" + probe + "/LCP.svg").body()).contains("aria-label=\"" + text + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"outage", "partial", "http"})
        void whenItIsReported_thenTheEmailDescribesTheOutageAndNotTheSpeedOfOlderRuns(String recipient)
                throws Exception {
            String text = mail(recipient);

            assertThat(text)
                    .containsPattern("- Failing since .* UTC \\(.*\\): \\d+ checks in a row failed\\.")
                    .containsPattern("- Last successful check: .* UTC \\(.* before\\), (LCP|TTFB) ")
                    .doesNotContain("in the last 3");
        }

        @Test
        void whenOneOfTwoLocationsFails_thenTheEmailNamesBoth() throws Exception {
            assertThat(mail("partial")).contains("- Failing at 1 of 2 locations: default. Succeeding at: tokyo.");
        }
    }

    private static String mail(String recipient) throws Exception {
        for (MimeMessage mail : PRODUCT.mail().getReceivedMessagesForDomain(StateProbes.MAIL_DOMAIN)) {
            if (mail.getAllRecipients()[0].toString().startsWith(recipient + "@")) {
                return ((Multipart) mail.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString();
            }
        }
        throw new AssertionError("no e-mail to " + recipient);
    }

    @Nested
    class GivenAFastPageOverItsOwnLimit {

        @Test
        void whenTheOverviewIsRead_thenTheLimitComesFirstAndTheRatingIsBeside() {
            Locator lcp = row("state-over", "default").locator("td[data-label=LCP]");

            assertThat(lcp.locator(".value-cell.is-over .shape-over").count()).isEqualTo(1);
            assertThat(lcp.innerText()).contains("2.15 s", "over ≤ 1.00 s", "good");
        }

        @Test
        void whenItsPageIsRead_thenTileDotsAndBarsAreNotGreen() {
            Locator lcp = tiles("/probes/state-over?range=24h").first();

            assertThat(lcp.locator(".value.is-over .shape-over").count()).isEqualTo(1);
            assertThat(lcp.innerText()).contains("2.15 s", "over budget (≤ 1.00 s)", "good");
            Locator chart = visitor.page().locator("svg.chart").first();
            assertThat(chart.locator(".c-dot-good").count()).isZero();
            assertThat(chart.locator(".c-poor").count()).isEqualTo(40);
            assertThat(visitor.page().locator("svg.histogram .c-good").count()).isZero();
            assertThat(visitor.page().innerText(".chart-legend")).contains("within budget", "over budget");
        }

        @Test
        void whenItsRunIsRead_thenTheTileShowsTheLimitAndTheRating() {
            Locator lcp = tiles("/runs/" + probes.last("state-over").id()).first();

            assertThat(lcp.locator(".value.is-over .shape-over").count()).isEqualTo(1);
            assertThat(lcp.innerText()).contains("over budget (≤ 1.00 s)", "good");
        }

        @Test
        void whenItsRunsAreListed_thenEachValueIsMarked() {
            visitor.open("/probes/state-over/runs", Look.LIGHT_DESKTOP);

            assertThat(visitor.page().locator("td .is-over .shape-over").count())
                    .isEqualTo(40);
        }

        @Test
        void whenItsBudgetsAreRead_thenTheRatingIsBesideTheVerdict() {
            visitor.open("/probes/state-over/budgets", Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("table.limits"))
                    .contains("over budget", "Rated good by the official thresholds.");
        }

        @Test
        void whenItIsReported_thenTheEmailHasTheRatingBeside() throws Exception {
            assertThat(mail("over")).contains("2.15 s is over budget; by the official thresholds it is good.");
        }
    }

    @Nested
    class GivenOtherStatesOfALimit {

        @ParameterizedTest
        @CsvSource({
            "state-near, near, near the limit (≤ 1.00 s)",
            "state-within, within, within budget (≤ 1.00 s)",
            "state-limits, near, near the limit (≤ 1.00 s)"
        })
        void whenTheProbesPageIsRead_thenTheTileSaysSo(String probe, String tone, String text) {
            Locator lcp = tiles("/probes/" + probe + "?range=24h").first();

            assertThat(lcp.locator(".value.is-" + tone + " .shape-" + tone).count())
                    .isEqualTo(1);
            assertThat(lcp.innerText()).contains(text, "good");
        }

        @ParameterizedTest
        @CsvSource({"LCP, 3", "SCORE, 1", "CLS, 1", "TTFB, 1", "BYTES, 1"})
        void whenThereAreSeveralLimits_thenEveryLineIsInsideTheChart(String metric, int lines) {
            visitor.open("/probes/state-limits?range=24h&metric=" + metric, Look.LIGHT_PHONE);
            Locator chart = visitor.page().locator("svg.chart").first();

            assertThat(chart.locator(".c-budget").count()).isEqualTo(lines);
            assertThat(chart.locator(".c-budget").all())
                    .allSatisfy(line -> assertThat(Double.parseDouble(line.getAttribute("y1")))
                            .isBetween(18.0, 276.0));
        }

        @Test
        void whenAMinimumIsViolated_thenTheLabelHasItsDirection() {
            visitor.open("/probes/state-limits?range=24h&metric=SCORE", Look.LIGHT_DESKTOP);

            assertThat(visitor.page().locator("svg.chart").first().textContent())
                    .contains("Budget ≥ 95");
        }

        @Test
        void whenBudgetsAreRead_thenAValueNearItsLimitIsNeitherOverNorPlainlyWithin() {
            visitor.open("/probes/state-limits/budgets", Look.LIGHT_DESKTOP);

            assertThat(visitor.page().locator(".status-near .shape-near").count())
                    .isEqualTo(3);
        }
    }

    @Nested
    class GivenARunAfterRetention {

        private static final List<String> INVENTED = List.of(
                "0 B transferred",
                "No layout shifts.",
                "No long tasks",
                "No third-party requests",
                "no render-blocking requests",
                "No console messages");

        @Test
        void whenItIsRead_thenItSaysThatDetailsAreGoneWithSettingAndDateAndInventsNothing() {
            visitor.open(run(0), Look.LIGHT_DESKTOP);
            String text = visitor.page().innerText("main");

            assertThat(text)
                    .contains("1.70 s")
                    .containsPattern("details of this run are no longer retained\\..* kept for 90 d"
                            + " \\(TIDEMARK_KEEP_SAMPLES\\), those of this run until ")
                    .contains("HAR, filmstrip and screenshot are no longer retained. They are kept for 14 d"
                            + " (TIDEMARK_KEEP_ARTIFACTS)")
                    .doesNotContain(INVENTED);
        }

        @Test
        void whenOnlyItsEvidenceIsGone_thenDetailsAreThereAndTheEvidenceIsExplained() {
            visitor.open(run(2), Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("main"))
                    .contains("HAR, filmstrip and screenshot are no longer retained", "widget.intercom.io")
                    .doesNotContain("details of this run are no longer retained");
        }

        @Test
        void whenNothingIsGone_thenNothingIsExplained() {
            visitor.open(run(3), Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("main"))
                    .contains("widget.intercom.io")
                    .doesNotContain("no longer retained");
        }

        @Test
        void whenItsDetailsWereRetainedForAShorterTime_thenNoDateIsPromised() {
            visitor.open(run(5), Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("main"))
                    .contains("They are now kept for 90 d (TIDEMARK_KEEP_SAMPLES)")
                    .doesNotContain("those of this run until");
        }

        @ParameterizedTest(name = "{0} with {1}")
        @CsvSource({"0, 1, A B", "0, 4, A", "1, 5, A B", "3, 5, B"})
        void whenItIsCompared_thenTheComparisonSaysWhatIsUnknown(int a, int b, String sides) {
            visitor.open(compare(a, b), Look.LIGHT_DESKTOP);
            String text = visitor.page().innerText("main");

            assertThat(text)
                    .contains(
                            "causes are unknown",
                            "requests cannot be compared",
                            "Third parties are unknown",
                            "TIDEMARK_KEEP_SAMPLES")
                    .doesNotContain(
                            "The requests are the same",
                            "No third-party requests",
                            "No cause for a change",
                            "new request",
                            "widget.intercom.io");
            for (String side : sides.split(" ")) {
                assertThat(text).contains(side + ": details are no longer retained");
            }
        }

        @Test
        void whenTwoCompleteRunsAreCompared_thenTheyAreComparedAsBefore() {
            visitor.open(compare(3, 4), Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("main"))
                    .contains("The requests are the same")
                    .doesNotContain("no longer retained", "unknown, because");
        }

        @Test
        void whenOnlyTheFilmstripOfASideIsGone_thenOnlyThatIsExplained() {
            visitor.open(compare(2, 4), Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("main"))
                    .contains("A: the filmstrip is no longer retained", "The requests are the same");
        }

        @Test
        void whenAFailedRunIsCompared_thenItsRequestsAreNotCalledTheSame() {
            visitor.open(
                    "/compare?a=" + probes.runs("state-outage").get(0).id() + "&b="
                            + probes.last("state-outage").id(),
                    Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("main"))
                    .contains("B: no page load succeeded")
                    .doesNotContain("The requests are the same", "no longer retained");
        }

        @ParameterizedTest
        @CsvSource({"0, 'samples,artifacts'", "2, artifacts", "5, samples"})
        void whenTheApiIsAsked_thenUnknownPartsAreAbsentAndNamed(int n, String expired) throws Exception {
            String body = PRODUCT.get("/api/v1" + run(n)).body();

            assertThat(body).contains("\"expired\":[\"" + expired.replace(",", "\",\"") + "\"]", "\"LCP\":1700.0");
            assertThat(body.contains("\"samples\":[{")).isEqualTo(!expired.contains("samples"));
            assertThat(body).doesNotContain("\"samples\":[]");
        }

        @Test
        void whenTheApiIsAskedForACompleteRun_thenNothingIsNamed() throws Exception {
            assertThat(PRODUCT.get("/api/v1" + run(3)).body())
                    .contains("\"samples\":[{")
                    .doesNotContain("\"expired\"");
        }

        @ParameterizedTest
        @CsvSource({"2, true", "3, false"})
        void whenTheFilmstripIsAsked_thenAnEmptyListSaysWhy(int n, boolean expired) throws Exception {
            String body =
                    PRODUCT.get("/api/v1" + run(n) + "/samples/1/filmstrip").body();

            assertThat(body.contains("\"expired\":true")).isEqualTo(expired);
            assertThat(body.contains("\"items\":[]")).isEqualTo(expired);
        }
    }
}
