package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.diff.PageDetailsBuilder;
import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Probes of a shop in all states, from fabricated runs that the product evaluates: outages, budgets, expired details. */
final class StateProbes {

    static final String TAG = "states";
    static final String EXPIRED = "state-expired";
    static final String MAIL_DOMAIN = "states.example";

    private static final TestServer PRODUCT = TestServer.running();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final int GOOD_RUNS = 40;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(4).toNanos();
    private static final Object[] PAGE = {
        "LCP", 1_700, "FCP", 820, "CLS", 0.02, "TTI", 2_100, "TBT", 40, "TTFB", 130, "BYTES", 420_000, "SCORE", 0.93
    };

    private static StateProbes made;

    private final Map<String, List<Run>> runs = new LinkedHashMap<>();
    private final HistoryFixture fixture = HistoryFixture.over(PRODUCT.database());

    private StateProbes() {}

    /** Shared by all tests of a JVM. */
    static synchronized StateProbes make() throws Exception {
        if (made == null) {
            StateProbes all = new StateProbes();
            all.outages();
            all.budgets();
            all.expired();
            all.enable();
            all.await();
            made = all;
        }
        return made;
    }

    /** The runs of a probe, oldest first. */
    List<Run> runs(String probe) {
        return runs.get(probe);
    }

    Run last(String probe) {
        List<Run> all = runs.get(probe);
        return all.get(all.size() - 1);
    }

    private void outages() throws Exception {
        String budget = "\"budgets\": [{\"metric\": \"LCP\", \"max\": 2500, \"severity\": \"critical\"}]";
        create("state-outage", "Shop: outage", budget + ", \"notify\": [\"outage@" + MAIL_DOMAIN + "\"]");
        create(
                "state-partial",
                "Shop: partial outage",
                budget + ", \"locations\": [\"default\", \"tokyo\"], \"notify\": [\"partial@" + MAIL_DOMAIN + "\"]");
        create("state-monitor", "Shop: monitor failure", budget);
        create("state-paused", "Shop: paused", budget);
        create("state-never", "Shop: never succeeded", budget);
        create("state-http", "Shop: HTTP check", "\"kind\": \"http\", \"notify\": [\"http@" + MAIL_DOMAIN + "\"]");
        for (int n = GOOD_RUNS; n > 5; n--) {
            good("state-outage", n, PAGE);
            good("state-partial", n, PAGE);
            good("state-monitor", n, PAGE);
            good("state-paused", n, PAGE);
            good("state-http", n, "TTFB", 90 + n % 7);
        }
        for (int n = GOOD_RUNS; n > 0; n--) {
            recorded("tokyo", "state-partial", n, PAGE);
        }
        for (int n = 5; n > 0; n--) {
            failed("state-outage", n, OutcomeType.HTTP_STATUS);
            failed("state-partial", n, OutcomeType.TIMEOUT);
            failed("state-monitor", n, OutcomeType.BROWSER_LAUNCH);
            failed("state-never", n, OutcomeType.DNS_FAILURE);
            failed("state-http", n, OutcomeType.CONNECTION_REFUSED);
        }
    }

    private void budgets() throws Exception {
        String one = "{\"metric\": \"LCP\", \"max\": 1000, \"severity\": \"critical\", \"breaches\": 1, \"of\": 1}";
        create(
                "state-over",
                "Shop: over budget",
                "\"budgets\": [" + one + "], \"notify\": [\"over@" + MAIL_DOMAIN + "\"]");
        create("state-near", "Shop: near its limit", "\"budgets\": [" + one + "]");
        create("state-within", "Shop: within budget", "\"budgets\": [" + one + "]");
        create("state-limits", "Shop: several limits", """
                "budgets": [%s, {"metric": "LCP", "max": 2500, "severity": "warning"}, {"metric": "LCP", "statistic": "p75", "max": 9000},
                  {"metric": "SCORE", "min": 0.95, "severity": "warning", "breaches": 1, "of": 1}, {"metric": "CLS", "max": 0.5},
                  {"metric": "TTFB", "max": 140}, {"metric": "BYTES", "max": 420000}]""".formatted(one));
        for (int n = GOOD_RUNS; n > 0; n--) {
            good("state-over", n, with("LCP", 2_150 + n % 5));
            good("state-near", n, with("LCP", 950 + n % 7));
            good("state-within", n, with("LCP", 640 + n % 7));
            good("state-limits", n, with("LCP", 960 + n % 7));
        }
    }

    /**
     * Runs from which retention has removed details and evidence (0, 1), only evidence (2), and nothing (3, 4), and one whose details were
     * removed when they were retained for a shorter time (5).
     */
    private void expired() throws Exception {
        create(EXPIRED, "Shop: after retention", "\"budgets\": []");
        for (String table : List.of("run", "measurement", "sample")) {
            update("SELECT create_partitions('" + table + "', 'month', now() - interval '140 days', now())");
        }
        update("SELECT create_partitions('artifact', 'day', now() - interval '21 days', now() - interval '19 days')");
        detailed(Duration.ofDays(130), false);
        detailed(Duration.ofDays(129), false);
        detailed(Duration.ofDays(20), true);
        detailed(Duration.ofHours(2), true);
        detailed(Duration.ofHours(1), true);
        detailed(Duration.ofMinutes(30), true);
        update("SELECT drop_partitions('sample', 'month', now() - interval '90 days')");
        update("SELECT drop_partitions('artifact', 'day', now() - interval '14 days')");
        update("DELETE FROM sample WHERE run_id = '" + runs(EXPIRED).get(5).id() + "'");
    }

    private void detailed(Duration age, boolean withFrame) {
        SampleResult measured = HistoryFixture.good(PAGE);
        List<Artifact> frames =
                List.of(new Artifact(Artifact.ArtifactType.FRAME, 1, 900, "image/png", new byte[] {(byte) 0x89, 'P'}));
        Slot slot = new Slot(new ProbeId(EXPIRED), LocationName.DEFAULT, NOW.minus(age));
        SampleResult sample = new SampleResult(
                slot.plannedAt(),
                measured.duration(),
                measured.outcome(),
                Set.of(),
                measured.measurements(),
                measured.absent(),
                PageDetailsBuilder.page()
                        .document("https://shop.example/", 40, 130)
                        .script("https://widget.intercom.io/widget/a1.js", false, 90_000, 200)
                        .task("https://shop.example/app.js", 300, 90)
                        .shift(".nav", 0.02)
                        .lcp("#hero", "https://shop.example/hero.jpg", 130, 200, 950, 420)
                        .facts(),
                withFrame ? frames : List.of());
        keep(
                EXPIRED,
                fixture.history()
                        .record(
                                fixture.started(slot),
                                HistoryFixture.result(sample),
                                slot.plannedAt().plusSeconds(20))
                        .orElseThrow());
    }

    /** A probe that has runs already is not run when it is enabled. */
    private void enable() throws Exception {
        for (String probe : runs.keySet()) {
            if (!probe.equals("state-paused")) {
                HttpResponse<String> now = PRODUCT.get("/api/v1/probes/" + probe);
                HttpRequest.Builder put = PRODUCT.request("/api/v1/probes/" + probe)
                        .header("Content-Type", "application/json")
                        .header("If-Match", now.headers().firstValue("ETag").orElseThrow())
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                now.body().replace("\"enabled\":false", "\"enabled\":true")));
                assertThat(PRODUCT.send(put.build()).statusCode()).isEqualTo(200);
            }
        }
    }

    private static Object[] with(String metric, double value) {
        Object[] all = PAGE.clone();
        for (int i = 0; i < all.length; i += 2) {
            all[i + 1] = all[i].equals(metric) ? (Object) value : all[i + 1];
        }
        return all;
    }

    private static void create(String id, String name, String more) throws Exception {
        String kind = more.contains("\"kind\"") ? "" : "\"samples\": 1, ";
        HttpResponse<String> answer =
                PRODUCT.post("/api/v1/probes", """
                {"id": "%s", "name": "%s", "url": "%s", "every": "P31D", "enabled": false, %s"tags": ["%s"], %s}""".formatted(id, name, PRODUCT.at("/calibration/"), kind, TAG, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void good(String probe, int back, Object... values) {
        recorded("default", probe, back, values);
    }

    private void recorded(String location, String probe, int back, Object... values) {
        Slot slot = slot(location, probe, back);
        keep(probe, fixture.recorded(slot, values));
    }

    private void failed(String probe, int back, OutcomeType kind) {
        keep(probe, fixture.failed(slot("default", probe, back), kind));
    }

    private static Slot slot(String location, String probe, int back) {
        Instant at = NOW.minus(EVERY.multipliedBy(back - 1)).minus(Duration.ofMinutes(2));
        return new Slot(new ProbeId(probe), new LocationName(location), at);
    }

    private void keep(String probe, Run run) {
        runs.computeIfAbsent(probe, none -> new ArrayList<>()).add(run);
    }

    private static void update(String sql) throws SQLException {
        try (Connection connection = PRODUCT.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Until the last runs are evaluated and reported. */
    private void await() throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!isReported() && System.nanoTime() < deadline) {
            Thread.sleep(500);
        }
        assertThat(isReported()).isTrue();
    }

    private static boolean isReported() throws Exception {
        String open = PRODUCT.get("/api/v1/incidents?state=open&limit=500").body();
        return List.of("state-outage", "state-partial", "state-never", "state-http", "state-over", "state-limits")
                        .stream()
                        .allMatch(probe -> open.contains("\"" + probe + "\""))
                && PRODUCT.mail().getReceivedMessagesForDomain(MAIL_DOMAIN).length >= 4;
    }
}
