package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A server without its database: what it answers meanwhile, and that it continues afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseOutageIT {

    /** With {@code -Dtidemark.fault.times=20} each outage lasts 100 s. */
    private static final Duration OUTAGE = Duration.ofSeconds(5L * Integer.getInteger("tidemark.fault.times", 1));

    private static final int CRASHES = Integer.getInteger("tidemark.fault.times", 1);
    private static final int WRITES = 20;

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static FailoverDatabase servers;
    private static OutageSetup setup;

    @BeforeAll
    static void start() throws Exception {
        servers = FailoverDatabase.start("outage");
        setup = OutageSetup.start("outage", servers.database(), Map.of());
        setup.createProbe("shop");
        assertThat(OutageSetup.await(RECOVERY, () -> setup.query(finishedAfter(Instant.EPOCH)) > 0))
                .isTrue();
        assertThat(setup.get("/").body()).contains("Shop");
    }

    @AfterAll
    static void stop() {
        setup.close();
        servers.close();
    }

    @BeforeEach
    void awaitReady() throws Exception {
        setup.network.repair();
        assertThat(OutageSetup.await(RECOVERY, setup::isReady)).isTrue();
    }

    @Test
    void whenTheNetworkIsSilent_thenItIsNotReady_andContinuesAfterwards() throws Exception {
        setup.network.swallow();
        // Until then a request relies on the response of the database that came just before the silence.
        TimeUnit.MILLISECONDS.sleep(100);
        thenEverythingSaysSo("no response for");
        TimeUnit.MILLISECONDS.sleep(OUTAGE.toMillis());
        thenEverythingSaysSo("127.0.0.1:" + setup.network.port());
        setup.network.repair();
        thenItContinues();
    }

    @Test
    void whenConnectionsAreRefused_thenItIsNotReady_andContinuesAfterwards() throws Exception {
        setup.network.refuse();
        thenEverythingSaysSo("127.0.0.1:" + setup.network.port());
        setup.network.repair();
        thenItContinues();
    }

    @Test
    void whenTheDatabaseIsReadOnly_thenItIsNotReady_andContinuesAfterwards() throws Exception {
        setReadOnly("on");
        assertThat(OutageSetup.await(Duration.ofSeconds(5), () -> !setup.isReady()))
                .isTrue();
        assertThat(setup.get("/health/ready").body()).contains("read-only");
        HttpResponse<String> refused =
                setup.send(setup.request("/api/v1/probes/shop/runs").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("is read-only");
        setReadOnly("off");
        thenItContinues();
    }

    @Test
    void whenAllProcessesOfTheDatabaseAreKilled_thenNothingAcknowledgedIsLost_andItContinues() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int n = 0; n < CRASHES; n++) {
            for (int write = 0; write < WRITES; write++) {
                requestRun().ifPresent(acknowledged::add);
            }
            servers.crash();
            thenItContinues();
        }

        thenTheyAreStored(acknowledged);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whenAStandbyReplacesThePrimary_thenNothingAcknowledgedIsLost_andItContinues() throws Exception {
        servers.addStandby();
        List<String> acknowledged = new ArrayList<>();
        for (int n = 0; n < WRITES; n++) {
            requestRun().ifPresent(acknowledged::add);
        }
        servers.losePrimary();
        requestRun().ifPresent(acknowledged::add);
        setup.moveTo(servers.standby());
        assertThat(OutageSetup.await(
                        RECOVERY, () -> setup.get("/health/ready").body().contains("read-only")))
                .isTrue();
        assertThat(requestRun()).isEmpty();
        servers.promote();
        thenItContinues();

        thenTheyAreStored(acknowledged);
    }

    private static void thenTheyAreStored(List<String> runs) throws Exception {
        assertThat(runs).hasSizeGreaterThanOrEqualTo(WRITES);
        assertThat(setup.query("SELECT count(*) FROM run WHERE id IN ('" + String.join("', '", runs) + "')"))
                .isEqualTo(runs.size());
    }

    /** The id of the run, if the request was acknowledged. */
    private static Optional<String> requestRun() throws Exception {
        HttpResponse<String> response =
                setup.send(setup.request("/api/v1/probes/shop/runs").POST(HttpRequest.BodyPublishers.noBody()));
        return response.statusCode() == 202
                ? Optional.of(response.body().replaceFirst("(?s).*\"id\": ?\"([^\"]+)\".*", "$1"))
                : Optional.empty();
    }

    private static void setReadOnly(String value) throws Exception {
        setup.execute(
                "SET default_transaction_read_only = off",
                "ALTER DATABASE " + name() + " SET default_transaction_read_only = " + value);
        setup.query("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'outage'");
    }

    private static String name() {
        return setup.database.url().replaceFirst(".*/", "");
    }

    private static String location() {
        return "127.0.0.1:" + setup.network.port() + "/" + name();
    }

    private static void thenEverythingSaysSo(String reason) throws Exception {
        for (String page : List.of("/", "/probes/shop", "/incidents", "/settings", "/probes/none")) {
            HttpResponse<String> response =
                    inTime(setup.request(page).header("Accept", "text/html").GET());
            assertThat(response.statusCode()).as(page).isEqualTo(503);
            assertThat(response.body())
                    .as(page)
                    .contains("The database is not available", location(), "Tidemark last reached", "Shop", "</html>");
        }
        assertThat(inTime(setup.request("/probes/new").GET()).statusCode())
                .as("a page that only editors may see")
                .isEqualTo(503);
        for (String path : List.of(
                "/api/v1/probes", "/api/v1/runs", "/api/v1/outbox", "/badge/shop.svg", "/probes/shop/sparkline.svg")) {
            HttpResponse<String> response = inTime(setup.request(path).GET());
            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(response.headers().firstValue("Content-Type"))
                    .as(path)
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(response.headers().firstValue("Retry-After")).as(path).isPresent();
            assertThat(response.body()).as(path).contains(location(), "last reachable at");
        }
        HttpResponse<String> write = inTime(
                setup.request("/api/v1/probes").POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"other\"}")));
        assertThat(write.statusCode()).as(write.body()).isEqualTo(503);
        HttpResponse<String> metrics = inTime(setup.request("/metrics").GET());
        assertThat(metrics.statusCode()).isEqualTo(503);
        assertThat(metrics.body()).startsWith("# The database ").contains(location());
        HttpResponse<String> ready = inTime(setup.request("/health/ready").GET());
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"lastReachable\"");
        assertThat(metrics.body() + ready.body()).contains(reason);
        for (String path : List.of("/health/live", "/help", "/help/settings", "/favicon.ico")) {
            assertThat(inTime(setup.request(path).GET()).statusCode()).as(path).isEqualTo(200);
        }
    }

    /** Responses take about a second; the bound leaves room for a busy machine. */
    private static HttpResponse<String> inTime(HttpRequest.Builder request) throws Exception {
        Instant sent = Instant.now();
        HttpResponse<String> response = setup.send(request);
        Duration taken = Duration.between(sent, Instant.now());
        System.out.println(taken.toMillis() + " ms: " + response.statusCode() + " "
                + response.uri().getPath());
        assertThat(taken).as(response.uri().getPath()).isLessThan(LIMIT);
        return response;
    }

    private static void thenItContinues() throws Exception {
        Instant repaired = Instant.now();
        assertThat(OutageSetup.await(RECOVERY, setup::isReady))
                .as(setup.get("/health/ready").body())
                .isTrue();
        assertThat(OutageSetup.await(
                        RECOVERY.minus(Duration.between(repaired, Instant.now())),
                        () -> setup.query(finishedAfter(repaired)) > 0))
                .isTrue();
        assertThat(setup.get("/").statusCode()).isEqualTo(200);
        System.out.println("continued after " + Duration.between(repaired, Instant.now()));
    }

    private static String finishedAfter(Instant planned) {
        return "SELECT count(*) FROM run WHERE outcome = 'OK' AND planned_at > '" + planned + "'";
    }
}
