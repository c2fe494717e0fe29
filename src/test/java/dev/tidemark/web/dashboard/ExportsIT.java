package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chart files and filters of run tables. */
class ExportsIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String CHART = "/probes/" + MonitoredProbes.PROBE + "/chart.";

    private static MonitoredProbes watched;
    private static TestVisitor visitor;

    @BeforeAll
    static void measure() throws Exception {
        watched = MonitoredProbes.make();
        visitor = TestVisitor.shared();
    }

    private static int width(String path) throws Exception {
        HttpResponse<byte[]> png =
                HttpClient.newHttpClient().send(PRODUCT.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        return ImageIO.read(new ByteArrayInputStream(png.body())).getWidth();
    }

    @Nested
    class GivenAChart {
        @Test
        void whenItIsRequestedAsCsv_thenEachRunOfTheRangeIsALine() throws Exception {
            HttpResponse<String> csv = PRODUCT.get(CHART + "csv?range=24h&metric=FCP");

            assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(csv.body().lines().toList().get(0))
                    .isEqualTo("planned_at,run,probe,location,metric,value,unit,rating,series");
            assertThat(csv.body())
                    .containsPattern(
                            "," + watched.run() + ",pages-it,default,FCP,[\\d.]+,milliseconds,[a-z-]+,own\r\n");
        }

        @Test
        void whenItIsRequestedAsPng_thenItIsAnImageOfTheChart() throws Exception {
            assertThat(width(CHART + "png?range=24h")).isEqualTo(1_920);
        }

        @Test
        void whenItIsRequestedAsSvg_thenItHasItsOwnSize() throws Exception {
            HttpResponse<String> svg = PRODUCT.get(CHART + "svg?range=24h");

            assertThat(svg.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
            assertThat(svg.body()).contains("viewBox=\"0 0 960 300\"", "Largest Contentful Paint");
        }

        @Test
        void whenItsDistributionIsRequested_thenItIsAFileAndATable() throws Exception {
            HttpResponse<String> svg = PRODUCT.get("/probes/pages-it/histogram.svg?range=24h");

            assertThat(svg.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
            assertThat(svg.body()).contains("viewBox=\"0 0 960 192\"", "Distribution of Largest Contentful Paint");
            assertThat(width("/probes/pages-it/histogram.png?range=24h")).isEqualTo(1_920);
            assertThat(PRODUCT.get("/probes/pages-it?range=24h").body())
                    .contains(
                            "aria-label=\"Distribution as table\"",
                            "/probes/pages-it/histogram.svg?metric=LCP&amp;range=24h");
        }

        @ParameterizedTest
        @CsvSource({
            "/probes/none/chart.svg",
            "/probes/pages-it/chart.gif",
            "/probes/pages-it/histogram.csv",
            "/probes/none/sparkline.svg",
            "/probes/pages-it/sparkline.csv",
            "/probes/pages-it/chart.svg?metric=LPC"
        })
        void whenThereIsNone_thenItIsNotFound(String path) throws Exception {
            assertThat(PRODUCT.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class GivenAnInvalidRange {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "?from=2026-11-20&to=2026-11-10|they were swapped",
                    "?from=1850-01-01&to=2026-01-01|needs a start and an end",
                    "?from=2001-01-01&to=2026-01-01|limited to ten years",
                    "?range=7w|Unknown time range \"7w\"",
                    "?range=%3Cscript%3Ealert(1)%3C/script%3E|<script>alert(1)</script>"
                })
        void whenItIsOpened_thenItIsCorrectedWithAMessage(String query, String words) {
            visitor.open("/probes/" + MonitoredProbes.PROBE + query, Look.LIGHT_PHONE);

            assertThat(visitor.page().innerText("[role=status]")).contains(words);
            assertThat(visitor.page().locator("main script").count()).isZero();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Nested
    class GivenTheListOfRuns {
        @Test
        void whenNoRunHasTheSelectedOutcome_thenThatIsStatedWithALinkBack() {
            visitor.open("/probes/" + MonitoredProbes.PROBE + "/runs", Look.LIGHT_DESKTOP);
            Page page = visitor.page();

            page.selectOption("select[name=outcome]", "DNS_FAILURE");
            page.click("button:text('Apply')");

            assertThat(page.url()).contains("outcome=DNS_FAILURE");
            assertThat(page.innerText("main")).contains("No runs match the selected filters.");
            page.click("text=Clear filters");
            assertThat(page.locator(".runs tbody tr").count()).isPositive();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/runs"})
        void whenARunHasAFilmstrip_thenItsLastFrameIsShown(String page) {
            visitor.open("/probes/" + MonitoredProbes.PROBE + page, Look.LIGHT_DESKTOP);

            Locator picture = visitor.page().locator(".runs .thumb img").first();
            picture.scrollIntoViewIfNeeded();
            visitor.page().waitForCondition(() -> (int) picture.evaluate("image => image.naturalWidth") > 0);
        }

        @Test
        void whenTheCursorIsInvalid_thenTheNewestAreShown() {
            visitor.open("/probes/" + MonitoredProbes.PROBE + "/runs?cursor=nonsense", Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText("[role=status]")).contains("Showing the newest runs");
            assertThat(visitor.page().locator(".runs tbody tr").count()).isPositive();
        }
    }

    @Nested
    class GivenARunsRequests {
        @Test
        void whenATypeIsSelectedAndCleared_thenUrlAndRowsFollow() {
            visitor.open("/runs/" + watched.run(), Look.LIGHT_DESKTOP);
            Page page = visitor.page();
            int all = page.locator(".waterfall tbody tr").count();

            page.click("nav[aria-label=Type] >> text=script");
            page.waitForCondition(() -> page.locator(".waterfall tbody tr").count() == 1);
            assertThat(page.url()).contains("type=script");
            assertThat(page.innerText("#requests")).contains("Showing 1 of " + all + " requests.");

            page.goBack();
            page.waitForCondition(() -> page.locator(".waterfall tbody tr").count() == all);
        }

        @Test
        void whenTheUrlHasASortOrder_thenItWorksWithoutScript() throws Exception {
            String sorted = PRODUCT.get("/runs/" + watched.run() + "?sort=name").body();

            assertThat(sorted.indexOf(">calibration.css")).isPositive().isLessThan(sorted.indexOf(">calibration.js"));
            assertThat(sorted).contains("aria-sort=\"ascending\"");
        }
    }

    @Nested
    class GivenTheChartsOfARun {
        @Test
        void whenTheyAreRequestedAsFiles_thenTheyShowTheSameAsThePage() throws Exception {
            HttpResponse<String> waterfall = PRODUCT.get("/runs/" + watched.run() + "/waterfall.svg?type=script");

            assertThat(waterfall.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("image/svg+xml");
            assertThat(waterfall.body())
                    .contains("Waterfall of 1 request", ">calibration.js<")
                    .doesNotContain("calibration.css");
            assertThat(PRODUCT.get("/runs/" + watched.run() + "/timeline.svg").body())
                    .contains("Timeline of the page load", "width=\"960\"");
            assertThat(width("/runs/" + watched.run() + "/waterfall.png")).isEqualTo(1_920);
            assertThat(width("/runs/" + watched.run() + "/timeline.png")).isEqualTo(1_920);
            assertThat(PRODUCT.get("/runs/" + watched.run() + "/lcp.svg").body())
                    .contains(">LCP breakdown</text>", ">Time to First Byte (TTFB): ");
            assertThat(PRODUCT.get("/runs/" + watched.run() + "/bytes.svg").body())
                    .contains(">Transferred bytes by type</text>", ">Script: ");
            assertThat(width("/runs/" + watched.run() + "/bytes.png")).isEqualTo(1_920);
        }

        @Test
        void whenTheFilmstripIsRequestedAsFile_thenItHasTheFramesWithTheirTimes() throws Exception {
            visitor.open("/runs/" + watched.run(), Look.LIGHT_DESKTOP);
            List<String> times = visitor.page().locator(".film .until").allInnerTexts();
            String address = visitor.page().locator("a[href$='/film.svg']").getAttribute("href");

            String film = PRODUCT.get(address).body();

            assertThat(times).hasSize(12).allSatisfy(time -> assertThat(film).contains(">" + time + "</text>"));
            assertThat(film).contains("href=\"data:image/jpeg;base64,", "<use href=\"#shot-");
            assertThat(width("/runs/" + watched.run() + "/film.png")).isEqualTo(2_400);
        }

        @Test
        void whenThereIsNone_thenItIsNotFound() throws Exception {
            for (String path : List.of(
                    "no-run/waterfall.svg",
                    "00000000-0000-7000-8000-000000000000/timeline.png",
                    watched.run() + "/waterfall.gif",
                    "00000000-0000-7000-8000-000000000000/film.png",
                    watched.run() + "/waterfall.svg?type=hologram")) {
                assertThat(PRODUCT.get("/runs/" + path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Nested
    class GivenAnotherProfileOfTheSamePage {
        @Test
        void whenItIsEnabled_thenItsMedianIsDrawnAndTheUrlContainsIt() throws Exception {
            MonitoredProbes.alsoAsMobile();
            visitor.open("/probes/" + MonitoredProbes.PROBE + "?range=24h", Look.LIGHT_DESKTOP);
            Page page = visitor.page();

            page.click("nav[aria-label='Comparison series'] >> text=Tide on a phone");

            assertThat(page.url()).contains("with=of%3Apages-it-mobile");
            assertThat(page.locator("[data-plot] .c-series").count()).isEqualTo(1);
            assertThat(visitor.accessibilityFaults()).isEmpty();
            page.click("nav[aria-label='Comparison series'] >> text=Tide on a phone");
            assertThat(page.locator("[data-plot] .c-series").count()).isZero();
        }

        @Test
        void whenItsChartIsRequestedAsFile_thenItIsIncludedWithALegend() throws Exception {
            MonitoredProbes.alsoAsMobile();
            visitor.open("/probes/" + MonitoredProbes.PROBE + "?range=24h&with=of:pages-it-mobile", Look.LIGHT_DESKTOP);
            String drawing = visitor.page().locator("a:text-is('SVG')").first().getAttribute("href");
            String table = visitor.page().locator("a:text-is('CSV')").first().getAttribute("href");

            assertThat(PRODUCT.get(drawing).body())
                    .contains("data-name=\"Tide on a phone (mobile)\"", ">Tide on a phone (mobile)</text>")
                    .contains(">Tide (unthrottled)</text>", "viewBox=\"0 0 960 320\"");
            assertThat(PRODUCT.get(table).body())
                    .contains(",pages-it,default,LCP,", ",own\r\n")
                    .containsPattern(",pages-it-mobile,default,LCP,4321,milliseconds,poor,of:pages-it-mobile\r\n");
        }
    }

    @Nested
    class GivenASparklineOfTheOverview {
        @Test
        void whenItsMenuIsOpened_thenItCanBeDownloaded() throws Exception {
            visitor.open("/?q=" + MonitoredProbes.PROBE, Look.LIGHT_DESKTOP);
            Locator row = visitor.page().locator("tr.row:has(a[href^='/probes/pages-it?'])");
            String line = row.locator(".sparkline path").last().getAttribute("d");

            row.locator(".course summary").press("Enter");
            String address = row.locator(".course a:text-is('SVG')").getAttribute("href");

            assertThat(row.locator(".course a:text-is('PNG')").isVisible()).isTrue();
            assertThat(PRODUCT.get(address).body()).startsWith("<svg ").contains("d=\"" + line + "\"");
            assertThat(width("/probes/pages-it/sparkline.png")).isEqualTo(240);
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }
    }

    @Nested
    class GivenTheOverviewByTag {
        @Test
        void whenItIsGrouped_thenEachTagHasItsProbesAndCanBeCollapsed() {
            visitor.open("/?tag=looked-at", Look.LIGHT_DESKTOP);
            Page page = visitor.page();

            page.click("text=Group by tag");

            assertThat(page.url()).contains("group=tag").contains("tag=looked-at");
            Locator group = page.locator("details.group");
            assertThat(group.locator("h2").allInnerTexts()).containsExactly("looked-at");
            assertThat(group.locator("tr.row").count()).isGreaterThanOrEqualTo(2);
            visitor.photograph("overview-grouped-light_desktop");
            page.locator("details.group > summary").press("Enter");
            assertThat(group.locator("tr.row").first().isVisible()).isFalse();
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }
    }

    @Nested
    class GivenOnlyAKeyboard {
        @Test
        void whenTabbingFromTheTop_thenSkipLinkChartAndRunAreReached() {
            visitor.open("/probes/" + MonitoredProbes.PROBE + "?range=24h", Look.LIGHT_DESKTOP);
            Page page = visitor.page();

            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.textContent"))
                    .isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            page.focus("[data-plot]");
            page.keyboard().press("ArrowLeft");

            assertThat(page.innerText("[data-plot] [aria-live]"))
                    .containsPattern("[\\d.,]+ m?s.*, median [\\d.,]+ m?s, p25 to p75: .*, budget 1 ms");
            page.keyboard().press("Enter");
            page.waitForURL("**/runs/*");
        }
    }
}
