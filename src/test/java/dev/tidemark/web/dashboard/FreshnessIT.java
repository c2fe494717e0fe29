package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cached pages are updated within seconds. */
class FreshnessIT {
    private static final String PROBE = "freshness-it";
    private static final TestServer PRODUCT = TestServer.running();

    /** All pages are opened, and therefore cached, right before the run. */
    @BeforeAll
    static void lookBeforeAndAfterARun() throws Exception {
        PRODUCT.post("/api/v1/probes", """
                {"id":"freshness-it","url":"%s","every":"P1D","enabled":false,"samples":1,"profile":"unthrottled"}""".formatted(PRODUCT.at("/calibration/")));
        page("/?q=" + PROBE);
        page("/probes/" + PROBE);
        page("/badge/" + PROBE + "/lcp.svg");
        JsonObject asked =
                json(PRODUCT.post("/api/v1/probes/" + PROBE + "/runs", "").body());
        JsonObject run;
        do {
            run = json(page("/api/v1/runs/" + asked.getString("id") + "?wait=PT60S"));
        } while (!run.getString("state").equals("ended"));
        assertThat(run.getString("outcome")).isEqualTo("OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=" + PROBE, "/probes/" + PROBE})
    void givenACachedPage_whenARunHasEnded_thenItShowsTheValueWithinSeconds(String path) throws Exception {
        assertThat(eventually(path, page -> page.contains("just now") || page.contains(" ago")))
                .containsPattern("[\\d.,]+ (ms|s)</span>");
    }

    @Test
    void givenAnEmptyChart_whenARunHasEnded_thenItHasItsDotAndAMatchingRange() throws Exception {
        assertThat(eventually("/probes/" + PROBE, page -> page.contains("from 1 run.")))
                .contains("Showing the shortest time range that includes all runs.")
                .contains(">1h</a>");
    }

    @Test
    void givenAPausedProbe_whenItIsResumed_thenTheNextPageShowsIt() throws Exception {
        assertThat(page("/?q=" + PROBE)).contains("shape-paused");

        PRODUCT.post("/api/v1/probes/" + PROBE + "/resume", "");

        assertThat(page("/?q=" + PROBE)).doesNotContain("title=\"Paused\"");
        PRODUCT.post("/api/v1/probes/" + PROBE + "/pause", "");
        assertThat(page("/?q=" + PROBE)).contains("title=\"Paused\"");
    }

    private static String eventually(String path, Predicate<String> wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String page = page(path);
        while (!wanted.test(page) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
            page = page(path);
        }
        return page;
    }

    private static String page(String path) throws Exception {
        return PRODUCT.get(path).body();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
