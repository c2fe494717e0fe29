package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Eight runs an hour apart, of which the last took twice as long. Each page that shows a run links to a comparison. */
class TwoClicksIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final ProbeId PROBE = new ProbeId("two-clicks");
    private static final List<Run> RUNS = new ArrayList<>();
    private static HistoryFixture fixture;
    private static TestVisitor visitor;

    @BeforeAll
    static void record() throws Exception {
        PRODUCT.post("/api/v1/probes", """
                {"id":"two-clicks","name":"Clicked","url":"http://127.0.0.1:9/","every":"PT1H","enabled":false}""");
        fixture = HistoryFixture.over(PRODUCT.database());
        Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(8));
        for (int i = 0; i < 8; i++) {
            Instant at = first.plus(Duration.ofHours(i));
            RUNS.add(fixture.recorded(
                    HistoryFixture.slot(PROBE, at), "LCP", i == 7 ? 1_800 : 900 + i, "FCP", 500, "TTFB", 150));
        }
        visitor = TestVisitor.shared();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static String id(int run) {
        return RUNS.get(run).id().toString();
    }

    private static void assertCompared(Page page, int before, int after) {
        assertThat(page.getAttribute(".side-before a", "href")).isEqualTo("/runs/" + id(before));
        assertThat(page.getAttribute(".side-after a", "href")).isEqualTo("/runs/" + id(after));
    }

    static Stream<Arguments> pages() {
        return PageAssertions.inEveryLook(List.of(
                arguments("clicked-run", "/runs/" + id(7), "Compare with a typical run"),
                arguments("clicked-runs", "/probes/two-clicks/runs", "compare"),
                arguments("clicked-probe", "/probes/two-clicks", "compare"),
                arguments("clicked-compare", "/compare?run=" + id(7), "compared with the previous run")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenAnyDisplayMode_whenARunWithEarlierOnesIsShown_thenThePageHasNoErrors(
            String name, String path, String content, Look look) {
        PageAssertions.check(visitor, name, path, content, look);
    }

    @Nested
    class GivenTheOverview {

        @Test
        void whenWhatChangedIsClicked_thenTheNewestRunIsComparedWithThePrevious() {
            visitor.open("/?q=two-clicks", Look.LIGHT_DESKTOP);

            visitor.page().click(".board .against");

            assertThat(visitor.page().innerText("h1")).isEqualTo("Clicked: compared with the previous run");
            assertCompared(visitor.page(), 6, 7);
        }

        @Test
        void whenTheLastRunIsClicked_thenItIsShown_andATypicalRunIsOneClickAway() {
            visitor.open("/?q=two-clicks", Look.LIGHT_PHONE);
            Page page = visitor.page();

            page.click(".board .last");
            assertThat(page.url()).endsWith("/runs/" + id(7));
            page.click("main >> text=Compare with a typical run");

            assertThat(page.innerText("h1")).isEqualTo("Clicked: compared with a typical run");
            assertCompared(page, 3, 7);
        }

        @Test
        void whenTheProbeAndARunAreClicked_thenThatRunIsComparedWithThePrevious() {
            visitor.open("/?q=two-clicks", Look.LIGHT_DESKTOP);
            Page page = visitor.page();

            page.click(".board .what a");
            page.getByRole(AriaRole.ROW)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHas(page.locator("[href='/runs/" + id(4) + "']")))
                    .getByText("compare")
                    .click();

            assertCompared(page, 3, 4);
        }
    }

    @Nested
    class GivenARun {

        @Test
        void whenItIsShown_thenItCanBeComparedWithThePreviousRun() {
            visitor.open("/runs/" + id(5), Look.LIGHT_DESKTOP);

            visitor.page().click("main >> text=Compare with the previous run");

            assertCompared(visitor.page(), 4, 5);
        }

        @Test
        void whenThereIsNoEarlierRun_thenNothingIsOfferedAndTheUrlExplainsIt() {
            visitor.open("/runs/" + id(0), Look.LIGHT_DESKTOP);
            assertThat(visitor.page().innerText("main")).doesNotContain("Compare with the previous run");

            visitor.open("/compare?run=" + id(0), Look.LIGHT_DESKTOP);
            assertThat(visitor.page().innerText("main"))
                    .contains("There is no earlier run with values.", "Select two runs");
        }

        @Test
        void whenThereAreTooFewEarlierRuns_thenNoTypicalRunIsOffered() {
            visitor.open("/runs/" + id(4), Look.LIGHT_DESKTOP);
            assertThat(visitor.page().innerText("main")).doesNotContain("Compare with a typical run");

            visitor.open("/compare?with=usual&run=" + id(4), Look.LIGHT_DESKTOP);
            assertThat(visitor.page().innerText("main")).contains("at least 5 earlier runs");
        }

        @Test
        void whenThereWereNoRequests_thenNoBytesFileIsOffered() throws Exception {
            assertThat(PRODUCT.get("/runs/" + id(5)).body()).doesNotContain("bytes.svg");
            assertThat(PRODUCT.get("/runs/" + id(5) + "/bytes.svg").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void whenItIsInTheListOfRuns_thenItCanBeComparedFromThere() {
            visitor.open("/probes/two-clicks/runs", Look.LIGHT_DESKTOP);

            visitor.page().locator(".runs tbody tr").nth(2).getByText("compare").click();

            assertCompared(visitor.page(), 4, 5);
        }
    }
}
