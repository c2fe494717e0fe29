package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.ClientRedirect;
import dev.tidemark.model.result.ConsoleMessage;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RedirectKind;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A probe with hostile text everywhere: user input of the maximum length; texts of the page of
 * 10,000 characters without line-break opportunity, with markup and an unterminated right-to-left mark.
 *
 * @param first an older good run
 * @param second a newer good run
 * @param failed a run that failed
 */
record HostileProbe(Run first, Run second, Run failed, UUID incident) {

    static final String ID = "hostile-text";
    static final String TAG = "hostile" + "wide".repeat(10);

    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> \u202Etxet ";
    private static final TestServer PRODUCT = TestServer.running();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    static HostileProbe make() throws Exception {
        put(
                "POST",
                "/api/v1/probes",
                Json.createObjectBuilder()
                        .add("id", ID)
                        .add("name", evil(200))
                        .add("url", "http://127.0.0.1:9/" + "wide".repeat(200))
                        .add("every", "P1D")
                        .add("enabled", false)
                        .add("tags", Json.createArrayBuilder().add(TAG))
                        .add("notify", Json.createArrayBuilder().add("list:" + ID))
                        .add(
                                "budgets",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("metric", "LCP")
                                                .add("max", 1_000)
                                                .add("origin", evil(100)))));
        put(
                "POST",
                "/api/v1/markers",
                Json.createObjectBuilder()
                        .add("probe", ID)
                        .add("title", evil(200))
                        .add("at", ago(90)));
        put(
                "POST",
                "/api/v1/maintenance",
                Json.createObjectBuilder()
                        .add("id", ID)
                        .add("name", evil(100))
                        .add("probes", Json.createArrayBuilder().add(ID))
                        .add("from", ago(600))
                        .add("until", NOW.plus(Duration.ofDays(1)).toString()));
        put(
                "PUT",
                "/api/v1/recipients/" + ID,
                Json.createObjectBuilder()
                        .add("name", evil(100))
                        .add(
                                "members",
                                Json.createArrayBuilder()
                                        .add("team@" + "wide".repeat(12) + ".example")
                                        .add("https://" + "wide".repeat(12) + ".example/" + "secret".repeat(20)))
                        .add("escalateAfter", "PT30M")
                        .add("escalateTo", "w".repeat(64)));
        try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
            Run first = run(fixture, 120, 900);
            Run second = run(fixture, 60, 2_900);
            Run failed = fixture.history()
                    .record(
                            fixture.started(HistoryFixture.slot(new ProbeId(ID), NOW.minus(Duration.ofMinutes(30)))),
                            HistoryFixture.result(SampleResult.failed(
                                    NOW, Duration.ofSeconds(3), new Outcome(OutcomeType.PAGE_CRASH, evil(10_000)))),
                            NOW)
                    .orElseThrow();
            return new HostileProbe(first, second, failed, incident(second));
        }
    }

    static String evil(int length) {
        return (SCRIPT + "wide".repeat(2_500)).substring(0, length);
    }

    private static String ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes)).toString();
    }

    private static Run run(HistoryFixture fixture, int minutesAgo, double lcp) {
        Instant at = NOW.minus(Duration.ofMinutes(minutesAgo));
        SampleResult good = HistoryFixture.good(
                "LCP", lcp, "FCP", lcp / 2, "CLS", 0.2, "TBT", lcp / 3, "INP", lcp / 4, "TTFB", 90, "TTI", lcp);
        SampleResult sample = new SampleResult(
                at,
                Duration.ofSeconds(7),
                Outcome.ok(),
                Set.of(),
                good.measurements(),
                good.absent(),
                facts(lcp),
                good.artifacts());
        return fixture.history()
                .record(
                        fixture.started(HistoryFixture.slot(new ProbeId(ID), at)),
                        HistoryFixture.result(sample),
                        at.plusSeconds(20))
                .orElseThrow();
    }

    private static PageDetails facts(double lcp) {
        String text = evil(10_000);
        String url = "https://" + "wide".repeat(12) + ".example/" + "w".repeat((int) lcp) + text;
        return new PageDetails(
                text,
                url,
                Optional.of(new LcpElement(text, Optional.of(url), 1, 90, lcp / 3, lcp / 3, lcp / 3 - 90)),
                List.of(new LayoutShift(0.2, 500, Optional.of(text + lcp), false)),
                Optional.of(new Interaction("click", text, lcp / 8, lcp / 8, 0)),
                List.of(new LongTask(300, lcp / 3, Optional.of(url))),
                List.of(request(url, 0, lcp), request(url + "b", 404, lcp)),
                List.of(new ConsoleMessage("error", text, 100), new ConsoleMessage("exception", text, 200)),
                List.of(),
                url,
                url,
                List.of(new ClientRedirect(RedirectKind.SCRIPT, url, url, 50, 0)));
    }

    private static RequestRecord request(String url, int status, double took) {
        return new RequestRecord(
                url,
                "GET",
                "script",
                status,
                "h2",
                true,
                true,
                "High",
                100,
                0,
                -1,
                -1,
                -1,
                0,
                took,
                0,
                100 + took,
                (long) took * 100,
                (long) took * 100,
                false,
                Optional.empty(),
                status == 0 ? Optional.of("net::ERR_" + "WIDE_".repeat(40)) : Optional.empty());
    }

    private static UUID incident(Run openedBy) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = PRODUCT.database().connect();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO incident (id, probe_id, probe_name, location, incident_type, state, worst_state, headline, change_count, opened_at,
                          opened_by_run, acknowledged_by, acknowledged_at)
                        VALUES (?, ?, ?, 'default', 'BUDGET', 'FAILING', 'FAILING', ?, 1, ?, ?, ?, now())""");
                PreparedStatement log = connection.prepareStatement("""
                        INSERT INTO run_evaluation (run_id, probe_id, location, planned_at, evaluated_at, lines)
                        VALUES (?, ?, 'default', ?, now(), ?) ON CONFLICT DO NOTHING""")) {
            Timestamp at = Timestamp.from(openedBy.slot().plannedAt());
            insert.setObject(1, id);
            insert.setString(2, ID);
            insert.setString(3, evil(200));
            insert.setString(4, "LCP " + evil(2_000));
            insert.setTimestamp(5, at);
            insert.setObject(6, openedBy.id().value());
            insert.setString(7, evil(200));
            insert.executeUpdate();
            log.setObject(1, openedBy.id().value());
            log.setString(2, ID);
            log.setTimestamp(3, at);
            log.setString(4, evil(10_000));
            log.executeUpdate();
        }
        return id;
    }

    private static void put(String method, String path, JsonObjectBuilder fields) throws Exception {
        HttpResponse<String> answer = PRODUCT.send(PRODUCT.request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(fields.build().toString()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }
}
