package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * Probes for page tests, measured once: one over its budget, and one with a hostile name.
 *
 * @param run completed run of the first probe
 * @param incident opened by the run
 */
record MonitoredProbes(String run, String incident) {
    static final String PROBE = "pages-it";
    static final String HOSTILE = "pages-it-hostile";
    /** A tag of the maximum length. */
    private static final String LONG_TAG = "wide".repeat(12);

    static final String HOSTILE_NAME = "<script>alert(1)</script> \u202Egnol\u202C " + "wide".repeat(40);

    static final String LIST = "looked-at-list";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final TestServer PRODUCT = TestServer.running();

    private static MonitoredProbes made;
    private static boolean alsoAsMobile;

    /** Shared by all tests of a JVM. */
    static synchronized MonitoredProbes make() throws Exception {
        if (made == null) {
            made = measuredOnce();
        }
        return made;
    }

    private static MonitoredProbes measuredOnce() throws Exception {
        create(PROBE, "Tide", 1);
        create(HOSTILE, HOSTILE_NAME, 60_000);
        String run = begun(PROBE);
        String other = begun(HOSTILE);
        ended(run);
        ended(other);
        mark("probe", HOSTILE);
        mark("tag", LONG_TAG);
        list();
        return new MonitoredProbes(run, incidentOf(PROBE));
    }

    /** A probe of the same page with another profile, and a run with an LCP of 4,321 ms. */
    static synchronized void alsoAsMobile() throws Exception {
        if (!alsoAsMobile) {
            create(PROBE + "-mobile", "Tide on a phone", 60_000, "mobile");
            try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
                Instant before = Instant.now().minus(Duration.ofMinutes(90));
                fixture.recorded(HistoryFixture.slot(new ProbeId(PROBE + "-mobile"), before), "LCP", 4_321);
            }
            alsoAsMobile = true;
        }
    }

    private static void mark(String kind, String scope) throws Exception {
        JsonObject marker = Json.createObjectBuilder()
                .add("title", HOSTILE_NAME)
                .add(kind, scope)
                .build();
        HttpResponse<String> answer = PRODUCT.post("/api/v1/markers", marker.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void list() throws Exception {
        JsonObject list = Json.createObjectBuilder()
                .add("name", "Shop team")
                .add(
                        "members",
                        Json.createArrayBuilder()
                                .add("ada@shop.example")
                                .add("grace@shop.example")
                                .add("slack+https://hooks.slack.com/services/T0/B0/secret"))
                .add(
                        "quiet",
                        Json.createObjectBuilder()
                                .add("start", "22:00")
                                .add("length", "PT9H")
                                .add("zone", "Europe/Berlin"))
                .add("remindEvery", "PT4H")
                .add("digest", "weekly")
                .build();
        HttpResponse<String> answer = PRODUCT.send(PRODUCT.request("/api/v1/recipients/" + LIST)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(list.toString()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void create(String id, String name, int bound) throws Exception {
        create(id, name, bound, "unthrottled");
    }

    private static void create(String id, String name, int bound, String profile) throws Exception {
        JsonObject limit = Json.createObjectBuilder()
                .add("metric", "LCP")
                .add("statistic", "median")
                .add("max", bound)
                .add("severity", "critical")
                .add("breaches", 1)
                .add("of", 1)
                .build();
        JsonObject probe = Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("url", PRODUCT.at("/calibration/").toString())
                .add("every", "P1D")
                .add("samples", 1)
                .add("profile", profile)
                .add("views", Json.createArrayBuilder().add("first").add("repeat"))
                .add(
                        "steps",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("click", "body")))
                .add("tags", Json.createArrayBuilder().add("looked-at").add(LONG_TAG))
                .add("budgets", Json.createArrayBuilder().add(limit))
                .build();
        HttpResponse<String> answer = PRODUCT.post("/api/v1/probes", probe.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String begun(String probe) throws Exception {
        return json(PRODUCT.post("/api/v1/probes/" + probe + "/runs", "")).getString("id");
    }

    private static void ended(String id) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonObject run;
        do {
            run = json(PRODUCT.get("/api/v1/runs/" + id + "?wait=PT60S"));
        } while (!run.getString("state").equals("ended") && System.nanoTime() < deadline);
        assertThat(run.getString("outcome", "none")).as(run.toString()).isEqualTo("OK");
    }

    private static String incidentOf(String probe) throws Exception {
        return json(PRODUCT.get("/api/v1/incidents?state=open")).getJsonArray("items").stream()
                .map(one -> one.asJsonObject())
                .filter(one -> one.getString("probe").equals(probe))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
