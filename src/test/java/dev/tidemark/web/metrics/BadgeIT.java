package dev.tidemark.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Badges, and the series of the same metrics. */
class BadgeIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String PROBE = "badge-it";

    @BeforeAll
    static void record() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        HistoryFixture fixture = HistoryFixture.over(PRODUCT.database());
        ProbeId probe = new ProbeId(PROBE);
        fixture.failed(HistoryFixture.slot(probe, now.minusSeconds(240)), OutcomeType.TIMEOUT);
        for (int i = 3; i > 0; i--) {
            fixture.recorded(
                    HistoryFixture.slot(probe, now.minusSeconds(60L * i)),
                    "LCP",
                    812,
                    "MEASURE:appInit",
                    41,
                    "MARK:Hero shown",
                    73,
                    "MEASURE:a/b",
                    99,
                    "STEP:2:MARK:x",
                    55);
        }
        // A new probe runs at once only if it has no runs yet.
        PRODUCT.post("/api/v1/probes", """
                {"id": "badge-it", "url": "http://127.0.0.1:9/", "every": "P1D"}""");
    }

    private static HttpResponse<String> badge(String metric) throws Exception {
        return PRODUCT.get("/badge/" + PROBE + "/" + metric + ".svg");
    }

    @ParameterizedTest
    @CsvSource({
        "MEASURE:appInit, MEASURE:appInit: 41 ms",
        "measure:appInit, MEASURE:appInit: 41 ms",
        "MEASURE:appinit, MEASURE:appinit: no value",
        "MEASURE:APPINIT, MEASURE:APPINIT: no value",
        "MARK:Hero%20shown, MARK:Hero shown: 73 ms",
        "MEASURE:a%2Fb, MEASURE:a/b: 99 ms",
        "step:2:mark:x, STEP:2:MARK:x: 55 ms",
        "LCP, LCP: 812 ms",
        "lcp, LCP: 812 ms",
        "Lcp, LCP: 812 ms",
        "UPTIME, UPTIME: 75 % in 30 d",
        "errors, ERRORS: 25 % in 30 d"
    })
    void whenABadgeIsRequested_thenItHasTheValueOfExactlyThatMetric(String metric, String title) throws Exception {
        HttpResponse<String> answer = badge(metric);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>" + title + "</title>");
    }

    @Test
    void whenTheMetricIsUnknown_thenTheBadgeNamesTheNearest() throws Exception {
        HttpResponse<String> answer = badge("lpc");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(answer.body()).contains("Did you mean", "LCP");
    }

    @Test
    void whenAPageAddsAParameterAgainstCaches_thenTheBadgeIsThere() throws Exception {
        assertThat(PRODUCT.get("/badge/" + PROBE + "/LCP.svg?v=42").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "UPTIME, '\"metric\":\"UPTIME\"', '\"statistic\":\"mean\"', '\"unit\":\"%\"', '\"value\":75.0'",
        "errors, '\"metric\":\"ERRORS\"', '\"statistic\":\"mean\"', '\"unit\":\"%\"', '\"value\":25.0'",
        "measure:appInit, '\"metric\":\"MEASURE:appInit\"', '\"unit\":\"ms\"', '\"value\":41.0', '\"runs\":3'"
    })
    void whenItsTrendIsRequested_thenItIsASeries(String metric, String a, String b, String c, String d)
            throws Exception {
        String path = "/api/v1/probes/" + PROBE + "/trend?step=P7D&metric=" + metric;

        assertThat(PRODUCT.get(path).body()).contains(a, b, c, d);
        HttpResponse<String> csv =
                PRODUCT.send(PRODUCT.request(path).header("Accept", "text/csv").build());
        assertThat(csv.body()).startsWith("at,value,runs").contains(d.replaceAll("[^0-9.]", ""));
    }

    @Test
    void whenItsValuesAreExported_thenEachRunThatCountsIsALine() throws Exception {
        String csv = PRODUCT.get("/probes/" + PROBE + "/chart.csv?range=24h&metric=UPTIME")
                .body();

        assertThat(csv.lines()).hasSize(5);
        assertThat(csv).contains(",UPTIME,0,percent,,own").contains(",UPTIME,100,percent,,own");
    }

    @Test
    void whenItsPageIsOpened_thenItChartsTheShare() throws Exception {
        String page =
                PRODUCT.get("/probes/" + PROBE + "?range=24h&metric=UPTIME").body();

        assertThat(page).contains("Uptime", "75 % from 4 runs.", "metric=ERRORS");
        assertThat(PRODUCT.get("/probes/" + PROBE + "/chart.svg?range=24h&metric=ERRORS")
                        .statusCode())
                .isEqualTo(200);
        assertThat(PRODUCT.get("/probes/" + PROBE + "/histogram.svg?range=24h&metric=UPTIME")
                        .statusCode())
                .isEqualTo(200);
    }
}
