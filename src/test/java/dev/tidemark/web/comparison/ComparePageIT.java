package dev.tidemark.web.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.diff.PageDetailsBuilder;
import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.dashboard.TestVisitor;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forty runs an hour apart; after half of them a deploy made the image larger and brought a chat. */
class ComparePageIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final ProbeId PROBE = new ProbeId("compare-page");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private static final Instant DEPLOY = NOW.minus(Duration.ofMinutes(20 * 60 + 30));
    private static final String HERO = "https://shop.example/img/hero.jpg";
    private static final List<Run> RUNS = new ArrayList<>();
    private static HistoryFixture fixture;
    private static TestVisitor visitor;

    @BeforeAll
    static void record() throws Exception {
        PRODUCT.post("/api/v1/probes", """
                {"id":"compare-page","name":"Shop front","url":"http://127.0.0.1:9/","every":"PT1H","enabled":false}""");
        PRODUCT.post(
                "/api/v1/markers",
                "{\"title\":\"v7 <i>\",\"probe\":\"compare-page\",\"link\":\"https://ci.example/7\",\"at\":\"" + DEPLOY
                        + "\"}");
        fixture = HistoryFixture.over(PRODUCT.database());
        for (int i = 0; i < 40; i++) {
            RUNS.add(run(NOW.minus(Duration.ofHours(40 - i)), i));
        }
        visitor = TestVisitor.shared();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static Run run(Instant at, int i) throws IOException {
        boolean old = i < 20;
        double noise = 20 * (i % 5);
        SampleResult seen = HistoryFixture.good(
                        "LCP", (old ? 900 : 1_600) + noise,
                        "FCP", 500 + noise,
                        "TTFB", 150 + noise / 2,
                        "CLS", old ? 0.02 : 0.11,
                        "TBT", (old ? 60 : 210) + noise,
                        "REQUESTS", old ? 4 : 5,
                        "BYTES", old ? 170_000 : 560_000)
                .withArtifacts(film(old));
        SampleResult sample = new SampleResult(
                at,
                Duration.ofSeconds(7),
                Outcome.ok(),
                Set.of(),
                seen.measurements(),
                seen.absent(),
                facts(old, noise),
                seen.artifacts());
        return fixture.history()
                .record(
                        fixture.started(new Slot(PROBE, LocationName.DEFAULT, at)),
                        HistoryFixture.result(sample),
                        at.plusSeconds(20))
                .orElseThrow();
    }

    private static PageDetails facts(boolean old, double noise) {
        PageDetailsBuilder page = PageDetailsBuilder.page()
                .document("https://shop.example/", 40, 100 + noise / 2)
                .script(
                        old ? "https://shop.example/app.3f9c2b1e.js" : "https://shop.example/app.77aa02bc.js",
                        true,
                        60_000,
                        120)
                .image(HERO, old ? 80_000 : 420_000, old ? 300 : 900)
                .task("https://shop.example/app.js", 300, 90 + noise)
                .shift(".nav", 0.02);
        if (old) {
            return page.lcp("#hero", HERO, 150 + noise / 2, 200, 350, 200 + noise / 2)
                    .facts();
        }
        return page.lcp("#hero", HERO, 150 + noise / 2, 250, 950, 250 + noise / 2)
                .script("https://widget.intercom.io/widget/a1.js", false, 90_000, 200)
                .task("https://widget.intercom.io/widget/a1.js", 700, 200)
                .shift(".chat-bubble", 0.09)
                .facts();
    }

    private static List<Artifact> film(boolean old) throws IOException {
        List<Artifact> frames = new ArrayList<>();
        double[] times = old ? new double[] {0, 500, 900} : new double[] {0, 520, 1_000, 1_600};
        for (int n = 0; n < times.length; n++) {
            frames.add(new Artifact(Artifact.ArtifactType.FRAME, n + 1, times[n], "image/jpeg", picture(n)));
        }
        return frames;
    }

    private static byte[] picture(int painted) throws IOException {
        BufferedImage image = new BufferedImage(200, 140, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 140);
        pen.setColor(new Color(40, 90, 140));
        pen.fillRect(0, 0, painted > 0 ? 200 : 0, 18);
        pen.setColor(new Color(220, 160, 60));
        pen.fillRect(14, 30, painted > 1 ? 172 : 0, 90);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static String id(int run) {
        return RUNS.get(run).id().toString();
    }

    private static String page(String query) throws Exception {
        return PRODUCT.get("/compare?" + query).body();
    }

    @Nested
    class GivenTwoRunsAmongOthers {

        @Test
        void whenADeployIsBetweenThem_thenTheDifferenceIsBeyondNoiseAndTheImageIsTheCause() throws Exception {
            String page = page("run=" + id(30) + "&run=" + id(10));

            assertThat(page)
                    .contains(
                            "Largest Contentful Paint (LCP) is 700 ms slower (+78 %): normal variation is ±80 ms (19 of 20 nearby runs).")
                    .contains("Most likely cause: The LCP image finished loading 600 ms later (86 % of the change).")
                    .contains("nearby runs do not vary at all")
                    .contains("The LCP image finished loading 600 ms later", ">86 %<", "80.0 kB → 420 kB")
                    .contains("Intercom", "widget.intercom.io", "v7 &lt;i&gt;", "https://ci.example/7")
                    .contains("Layout shift of .chat-bubble")
                    .contains("/runs/" + id(10), "/runs/" + id(30));
            assertThat(page.indexOf(id(10))).isLessThan(page.indexOf(id(30)));
        }

        @Test
        void whenNoDeployIsBetweenThem_thenTheyAreWithinNoise() throws Exception {
            assertThat(page("a=" + id(3) + "&b=" + id(15)))
                    .contains(
                            "Largest Contentful Paint (LCP) changed by −60 ms (−6 %), which is not significant: normal variation is ±80 ms");
        }

        @Test
        void whenAnotherMetricIsSelected_thenItsCausesAreShown() throws Exception {
            assertThat(page("a=" + id(10) + "&b=" + id(30) + "&explain=TBT"))
                    .contains(
                            "Likely causes of the change in Total Blocking Time (TBT)",
                            "a1.js (Intercom) blocked the main thread for 150 ms more");
        }

        @Test
        void whenBothHaveAFilmstrip_thenEachColumnIsTheSameTime() throws Exception {
            visitor.open("/compare?a=" + id(10) + "&b=" + id(30), Look.LIGHT_DESKTOP);

            assertThat(visitor.page().locator(".films thead th").count()).isEqualTo(1 + 16);
            assertThat(visitor.page().locator(".films tbody tr").nth(0).innerText())
                    .containsSubsequence("FCP", "LCP");
            assertThat(visitor.page()
                            .locator(".films tbody tr")
                            .nth(1)
                            .locator("td")
                            .nth(15)
                            .innerText())
                    .contains("LCP");
        }
    }

    @Nested
    class GivenTwoPeriods {

        @Test
        void whenADeployIsBetweenThem_thenTheConfidenceIntervalIsShown() throws Exception {
            String page = page("probe=compare-page&around=" + DEPLOY);

            assertThat(page)
                    .contains(
                            "Shop front: before and after",
                            "Largest Contentful Paint (LCP) is 700 ms slower (+74 %)",
                            "95 % confidence interval",
                            "(20 vs. 20 runs)")
                    .contains("The LCP image finished loading 600 ms later");
        }

        @Test
        void whenTwoAreSelectedInReverseOrder_thenTheyAreSwapped() throws Exception {
            String later =
                    RUNS.get(10).slot().plannedAt() + "/" + RUNS.get(20).slot().plannedAt();
            String earlier =
                    RUNS.get(0).slot().plannedAt() + "/" + RUNS.get(10).slot().plannedAt();

            assertThat(page("probe=compare-page&a=" + later + "&b=" + earlier))
                    .contains("Shop front: two periods", "is unchanged", "10 vs. 10 runs");
        }

        @Test
        void whenTheFormIsSubmitted_thenItsFieldsAreRead() throws Exception {
            String query = "probe=compare-page&aFrom=" + local(0) + "&aTo=" + local(20) + "&bFrom=" + local(20)
                    + "&bTo=" + local(39);

            assertThat(page(query)).contains("20 vs. 19 runs", "Largest Contentful Paint (LCP) is 700 ms slower");
        }

        private static String local(int run) {
            return RUNS.get(run).slot().plannedAt().toString().substring(0, 16);
        }

        @Test
        void whenOneHasTooFewRuns_thenThereIsNoResult() throws Exception {
            assertThat(page("probe=compare-page&last=week"))
                    .contains(
                            "Largest Contentful Paint (LCP) was not measured on both sides",
                            "Last 7 days vs. the 7 days before");
        }

        @Test
        void whenTheProbeIsUnknown_thenThatIsStated() throws Exception {
            assertThat(page("probe=nobody&last=week")).contains("Unknown probe \"nobody\"", "Select two runs");
            assertThat(page("probe=%3Cscript%3E&last=week")).doesNotContain("<script>\"");
        }
    }

    @Nested
    class GivenNoSelection {

        @Test
        void whenThePageIsOpened_thenItExplainsHowToSelect() throws Exception {
            assertThat(PRODUCT.get("/compare").body()).contains("Select two runs", "Last 7 days vs. the 7 days before");
            assertThat(page("run=none")).contains("does not exist", "Select two runs");
            assertThat(page("a=" + id(1))).contains("Select exactly two runs; 1 is selected.");
            assertThat(page("around=2199-01-01&probe=compare-page")).contains("must not be in the future");
        }
    }

    @Nested
    class GivenAllDisplayModes {

        @ParameterizedTest
        @EnumSource(Look.class)
        void whenThePageIsOpened_thenItIsAccessible(Look look) {
            for (String query : List.of("?a=" + id(10) + "&b=" + id(30), "?probe=compare-page&around=" + DEPLOY, "")) {
                visitor.open("/compare" + query, look);
                visitor.photograph(
                        "compare-" + look + (query.isEmpty() ? "-choose" : query.contains("around") ? "-periods" : ""));

                assertThat(visitor.complaints()).isEmpty();
                assertThat(visitor.accessibilityFaults()).isEmpty();
                assertThat(visitor.overflow()).isZero();
            }
        }

        @Test
        void whenTheWindowIs320PixelsWide_thenNothingOverflows() {
            visitor.open("/compare?a=" + id(10) + "&b=" + id(30), Look.LIGHT_PHONE);
            visitor.page().setViewportSize(320, 800);

            assertThat(visitor.overflow()).isZero();
        }
    }
}
