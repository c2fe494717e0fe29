package dev.tidemark.web.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.web.dashboard.PageAssertions;
import dev.tidemark.web.dashboard.TestVisitor;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Budget pages in a real browser, and the budget API. */
class BudgetPagesIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String PROBE = "budgeted";

    private static TestVisitor visitor;

    @BeforeAll
    static void measure() throws Exception {
        create(PROBE);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ProbeId id = new ProbeId(PROBE);
        try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
            for (int n = 40; n > 0; n--) {
                Instant at = now.minus(Duration.ofHours(2L * n));
                if (n == 20) {
                    fixture.failed(HistoryFixture.slot(id, at), OutcomeType.TIMEOUT);
                } else {
                    fixture.recorded(
                            HistoryFixture.slot(id, at),
                            "LCP",
                            2000 + 20.0 * (n % 7),
                            "FCP",
                            900,
                            "CLS",
                            0.02,
                            "TTFB",
                            90 + n,
                            "LOAD",
                            1400,
                            "TTI",
                            2100,
                            "BYTES",
                            420_000,
                            "BYTES_SCRIPT",
                            130_000);
                }
            }
        }
        visitor = TestVisitor.shared();
    }

    private static void create(String id) throws Exception {
        HttpResponse<String> answer = PRODUCT.post("/api/v1/probes", """
                {"id": "%s", "name": "Shop, home page", "url": "%s", "every": "PT30M", "enabled": false, "tags": ["shop"],
                 "budgets": [{"metric": "LCP", "max": 2500, "breaches": 2, "of": 3, "target": 1800}, {"metric": "FCP", "max": 800},
                   {"minUptime": 99.5}, {"metric": "LCP", "maxIncrease": "10%%", "atLeast": "100 ms"},
                   {"metric": "CLS", "max": 0.1, "profile": "mobile"}, {"preset": "diagnostics-platform"}]}
                """.formatted(id, PRODUCT.at("/calibration/")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    static Stream<Arguments> pages() {
        return PageAssertions.inEveryLook(List.of(
                arguments("budgets", "/probes/" + PROBE + "/budgets", "error budget"),
                arguments("presets", "/budgets", "production-targets"),
                arguments("preset", "/budgets/production-targets?probe=" + PROBE, "no data source")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenAnyDisplayMode_whenAPageIsOpened_thenItShowsItsContentWithoutErrors(
            String name, String path, String content, Look look) {
        PageAssertions.check(visitor, name, path, content, look);
    }

    @Nested
    class GivenAnUptimeLimit {
        @Test
        void whenTheProbesPageIsRead_thenUptimeAndErrorBudgetAreThere() throws Exception {
            visitor.open("/probes/" + PROBE + "?range=24h", Look.LIGHT_PHONE);

            String uptime = visitor.page().innerText("section[aria-label=Uptime]");
            assertThat(uptime)
                    .containsPattern("0 of 1[12] runs failed")
                    .contains("97.5 %", "1 of 40 runs failed", "0 % left", "spent. Burn rate");
            visitor.page().click("section[aria-label=Uptime] >> text=Incidents");
            assertThat(visitor.page().url()).endsWith("/incidents?probe=" + PROBE);
            assertThat(visitor.page().innerText("main")).contains("Showing incidents of Shop, home page.");
        }
    }

    @Nested
    class GivenAnUnknownPreset {

        @Test
        void whenItIsOpened_thenItIsNotFound() {
            assertThat(visitor.open("/budgets/no-such", Look.LIGHT_DESKTOP).status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class GivenTheApi {

        @Test
        void whenExplanationsAreRequested_thenEachLimitHasOriginVerdictAndCalculation() throws Exception {
            JsonObject here = json(PRODUCT.get("/api/v1/probes/" + PROBE + "/explain"))
                    .getJsonArray("items")
                    .getJsonObject(0);
            List<JsonObject> limits = here.getJsonArray("limits").getValuesAs(JsonObject.class);

            assertThat(limits.get(0).getString("verdict")).isEqualTo("pass");
            assertThat(limits.get(0).getString("arithmetic"))
                    .isEqualTo("0 of the last 3 runs over 2.50 s: 2.02 s, 2.04 s, 2.06 s (over budget at 2 of 3)");
            assertThat(limits.get(1).getString("verdict")).isEqualTo("fail");
            assertThat(limits.get(2)
                            .getJsonObject("errorBudget")
                            .getJsonNumber("failed")
                            .intValue())
                    .isEqualTo(1);
            assertThat(limits.stream().map(one -> one.getString("origin")))
                    .contains("the probe", "preset diagnostics-platform");
            assertThat(here.getJsonArray("idle").getJsonObject(0).getString("why"))
                    .isEqualTo("Applies to the profile mobile; this probe uses desktop.");
        }

        @Test
        void whenUptimeIsQueried_thenTheOneFailureIsInTheWeekAndNotInTheDay() throws Exception {
            List<JsonObject> spans = json(PRODUCT.get("/api/v1/probes/" + PROBE + "/uptime"))
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getJsonArray("uptime")
                    .getValuesAs(JsonObject.class);

            assertThat(spans.stream().map(one -> one.getString("window") + " " + one.getInt("failed")))
                    .containsExactly("PT24H 0", "PT168H 1", "PT720H 1", "PT2160H 1");
            assertThat(spans.get(1).getJsonNumber("percent").doubleValue()).isEqualTo(97.5);
        }

        @Test
        void whenSuggestionsAreAppliedTwice_thenThereIsOneLimit() throws Exception {
            create("suggested");
            try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
                for (int n = 1; n <= 20; n++) {
                    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(n));
                    fixture.recorded(HistoryFixture.slot(new ProbeId("suggested"), at), "LCP", 1000);
                }
            }
            assertThat(json(PRODUCT.get("/api/v1/probes/suggested/budgets/suggestions"))
                            .getJsonArray("items")
                            .getJsonObject(0)
                            .getJsonObject("limit")
                            .getInt("max"))
                    .isEqualTo(1100);

            PRODUCT.post("/api/v1/probes/suggested/budgets/suggestions?metric=LCP", "");
            JsonObject after = json(PRODUCT.post("/api/v1/probes/suggested/budgets/suggestions?metric=LCP", ""));

            assertThat(after.getJsonArray("budgets").getValuesAs(JsonObject.class).stream()
                            .filter(one -> one.getString("origin", "").equals("suggested")))
                    .hasSize(1);
        }

        @Test
        void whenAPresetIsApplied_thenItsMeasurableLimitsAreAdded() throws Exception {
            create("preset-taken");

            JsonObject after = json(PRODUCT.post("/api/v1/probes/preset-taken/budgets/presets/saas-web", ""));

            assertThat(after.getJsonArray("budgets").getValuesAs(JsonObject.class).stream()
                            .filter(one -> one.getString("origin", "").equals("preset saas-web"))
                            .map(one -> one.getString("metric")))
                    .containsExactly("BYTES_SCRIPT", "LOAD", "TTFB", "TTFB", "ERRORS", "ERRORS");
        }

        @Test
        void whenABundleHasBudgetsByTag_thenTheyApplyUntilReplaced() throws Exception {
            String one = "{\"budgets\": [{\"tags\": [\"shop\"], \"metric\": \"LCP\", \"max\": 3333}]}";
            assertThat(json(apply(one)).getJsonObject("budgets").getBoolean("changed"))
                    .isTrue();
            assertThat(PRODUCT.get("/api/v1/probes/" + PROBE + "/explain").body())
                    .contains("tag shop (applied)", "over 3.333 s");

            assertThat(json(apply("{\"budgets\": []}")).getJsonObject("budgets").getBoolean("changed"))
                    .isTrue();
            assertThat(PRODUCT.get("/api/v1/probes/" + PROBE + "/explain").body())
                    .doesNotContain("tag shop");
        }

        private static HttpResponse<String> apply(String bundle) throws Exception {
            return PRODUCT.post("/api/v1/apply", bundle);
        }
    }
}
