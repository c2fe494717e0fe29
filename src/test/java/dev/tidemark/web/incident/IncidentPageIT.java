package dev.tidemark.web.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.dashboard.TestVisitor;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Twelve runs an hour apart: the eighth is the first bad one, the tenth opens the incident. */
class IncidentPageIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final ProbeId PROBE = new ProbeId("incident-page");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private static final UUID INCIDENT = UUID.randomUUID();
    private static final List<Run> RUNS = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        PRODUCT.post("/api/v1/probes", """
                {"id":"incident-page","name":"Checkout","url":"http://127.0.0.1:9/","every":"PT1H","enabled":false,"tags":["till"]}""");
        try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
            for (int i = 0; i < 12; i++) {
                Slot slot = new Slot(PROBE, LocationName.DEFAULT, NOW.minus(Duration.ofHours(12 - i)));
                RUNS.add(fixture.recorded(slot, "LCP", i < 7 ? 1_000 + i : 3_900 + i, "CLS", 0.01));
            }
        }
        mark("too old", 500);
        mark("v9", 12);
        mark("after it", -30);
        insert(INCIDENT, RUNS.get(9));
    }

    private static void mark(String title, int minutesBefore) throws Exception {
        mark(title, RUNS.get(7).slot().plannedAt().minus(Duration.ofMinutes(minutesBefore)), "till");
    }

    private static void mark(String title, Instant at, String tag) throws Exception {
        PRODUCT.post("/api/v1/markers", "{\"title\":\"" + title + "\",\"tag\":\"" + tag + "\",\"at\":\"" + at + "\"}");
    }

    private static void insert(UUID incident, Run openedBy) throws SQLException {
        try (Connection connection = PRODUCT.database().connect();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO incident (id, probe_id, probe_name, location, incident_type, state, worst_state, headline, change_count, opened_at,
                          opened_by_run) VALUES (?, ?, 'Checkout', 'default', 'BUDGET', 'FAILING', 'FAILING',
                          'LCP 3.9 s > 2.5 s (3 of 3 runs)', 1, ?, ?)""")) {
            insert.setObject(1, incident);
            insert.setString(2, openedBy.slot().probe().slug());
            insert.setTimestamp(3, Timestamp.from(openedBy.slot().plannedAt().plusSeconds(25)));
            insert.setObject(4, openedBy.id().value());
            insert.executeUpdate();
        }
    }

    @Nested
    class GivenAnIncidentThatOpenedAfterThreeBadRuns {

        @Test
        void whenTheListIsOfOneProbe_thenItHasOnlyItsIncidents() throws Exception {
            String own =
                    PRODUCT.get("/incidents?probe=incident-page&state=open").body();
            assertThat(own).contains("/incidents/" + INCIDENT, "/incidents?state=resolved&amp;probe=incident-page");

            assertThat(PRODUCT.get("/incidents?probe=another-page").body())
                    .contains("No matching incidents", "Showing incidents of")
                    .doesNotContain(INCIDENT.toString());
        }

        @Test
        void whenItsPageIsOpened_thenTheDeployBeforeTheFirstOfThemIsNamed() throws Exception {
            String page = PRODUCT.get("/incidents/" + INCIDENT).body();

            assertThat(page)
                    .contains("v9", "was deployed 12 min before the first failing run", "lasting ")
                    .doesNotContain("<b>after it", "too old");
            assertThat(page)
                    .contains("/compare?a=" + RUNS.get(6).id() + "&amp;b="
                            + RUNS.get(7).id() + "&amp;explain=LCP");
        }

        @Test
        void whenTheDayBeforeIsCompared_thenThePeriodsMeetAtTheFirstBadRun() throws Exception {
            TestVisitor visitor = TestVisitor.shared();
            visitor.open("/incidents/" + INCIDENT, Look.LIGHT_DESKTOP);
            assertThat(visitor.accessibilityFaults()).isEmpty();
            visitor.photograph("incident-changes");
            visitor.page().click("text=Compare the day before with the time since");
            visitor.page().waitForURL("**/compare?**");

            assertThat(visitor.page().innerText("main"))
                    .contains("7 runs", "v9", "Largest Contentful Paint (LCP) is 2.91 s slower");
            assertThat(visitor.complaints()).isEmpty();
        }

        @Test
        void whenItsChartIsShown_thenTheIncidentIsABarInIt() throws Exception {
            assertThat(PRODUCT.get("/probes/incident-page?range=24h").body())
                    .contains("Incident: LCP 3.9 s &gt; 2.5 s (3 of 3 runs)", "c-incident");
        }
    }

    @Nested
    class GivenSomebodyWhoWorksOnIt {

        private final TestVisitor visitor = TestVisitor.shared();

        private void press(String action) {
            visitor.page().click("button[name=action][value=" + action + "]");
            visitor.page().waitForLoadState();
        }

        private String text() {
            return visitor.page().innerText("main");
        }

        @Test
        void whenTheyUseItsButtons_thenItsActivitySaysWhatTheyDid() throws Exception {
            UUID incident = incidentOf("incident-worked-on");
            visitor.openLoggedIn("/incidents/" + incident, Look.LIGHT_DESKTOP);

            visitor.page().fill("#text", "<b>CDN</b> is slow");
            press("acknowledge");
            assertThat(text()).contains("Acknowledged by admin", "<b>CDN</b> is slow");
            assertThat(visitor.accessibilityFaults()).isEmpty();
            visitor.photograph("incident-acknowledged");
            press("unacknowledge");
            assertThat(text())
                    .contains("admin withdrew the acknowledgement.")
                    .doesNotContain("Acknowledged by admin at");
            press("snooze");
            assertThat(text()).contains("Snoozed by admin");
            press("comment");
            assertThat(text()).contains("Enter a comment.");
            visitor.page().fill("#text", "rolled back");
            press("resolve");

            assertThat(text()).contains("Resolved by admin.", "admin: rolled back");
            assertThat(visitor.page().locator("button[name=action]").allInnerTexts())
                    .containsExactly("Comment");
            assertThat(visitor.complaints()).isEmpty();
        }

        @Test
        void whenTheySelectSeveral_thenTheListKeepsItsFilter() throws Exception {
            UUID first = incidentOf("incident-bulk-1");
            UUID second = incidentOf("incident-bulk-2");
            visitor.openLoggedIn("/incidents", Look.LIGHT_PHONE);
            visitor.page().click(".chips >> text=\"Not acknowledged\"");
            visitor.page().fill("[name=text]", "incident-bulk");
            visitor.page().press("[name=text]", "Enter");
            visitor.page().waitForURL("**text=incident-bulk**");

            visitor.page().check("input[value='" + first + "']");
            visitor.page().check("input[value='" + second + "']");
            press("acknowledge");

            assertThat(text()).contains("2 incidents acknowledged.", "No matching incidents");
            assertThat(visitor.page().url()).contains("state=unacknowledged", "text=incident-bulk");
            visitor.page().click(".chips >> text=\"Acknowledged\"");
            assertThat(visitor.page().locator("tbody tr").count()).isEqualTo(2);
            assertThat(visitor.accessibilityFaults()).isEmpty();
            visitor.photograph("incidents-acknowledged");
            assertThat(visitor.complaints()).isEmpty();
        }

        private UUID incidentOf(String probe) throws SQLException {
            Run bad;
            try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
                bad = fixture.recorded(new Slot(new ProbeId(probe), LocationName.DEFAULT, NOW), "LCP", 3_900);
            }
            UUID incident = UUID.randomUUID();
            insert(incident, bad);
            return incident;
        }
    }

    /** An incident of another probe, opened by its only failed run, with a deploy at a distance from that run. */
    private static UUID incidentWithDeploy(String probe, Duration afterRun) throws Exception {
        PRODUCT.post(
                "/api/v1/probes",
                "{\"id\":\"" + probe
                        + "\",\"name\":\"Late\",\"url\":\"http://127.0.0.1:9/\",\"every\":\"PT1H\",\"enabled\":false,\"tags\":[\""
                        + probe + "\"]}");
        Run bad;
        try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
            bad = fixture.recorded(new Slot(new ProbeId(probe), LocationName.DEFAULT, NOW), "LCP", 3_900);
        }
        mark("v10", NOW.plus(afterRun), probe);
        UUID incident = UUID.randomUUID();
        insert(incident, bad);
        return incident;
    }

    @Nested
    class GivenAnIncidentOfTheMonitorItself {

        @Test
        void whenItIsShown_thenItLinksToSettingsBecauseItHasNoProbe() throws Exception {
            Run run;
            try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
                run = fixture.recorded(new Slot(ProbeId.MONITOR, LocationName.DEFAULT, NOW), "LCP", 3_900);
            }
            UUID incident = UUID.randomUUID();
            insert(incident, run);

            String page = PRODUCT.get("/incidents/" + incident).body();
            String list = PRODUCT.get("/incidents?state=open").body();
            delete(incident);

            assertThat(page).contains("href=\"/settings\"").doesNotContain("\"/probes/tidemark\"");
            assertThat(list).contains("<a href=\"/settings\">Checkout</a>").doesNotContain("\"/probes/tidemark\"");
        }

        /** Other tests wait for an incident of the monitor. */
        private static void delete(UUID incident) throws SQLException {
            try (Connection connection = PRODUCT.database().connect();
                    PreparedStatement delete = connection.prepareStatement("DELETE FROM incident WHERE id = ?")) {
                delete.setObject(1, incident);
                delete.executeUpdate();
            }
        }
    }

    @Nested
    class GivenADeployThatIsAnnotatedAfterTheRunThatOpenedTheIncidentBegan {

        @Test
        void whenItIsAFewSecondsLate_thenItIsNamedAtTheOnset() throws Exception {
            UUID incident = incidentWithDeploy("incident-late", Duration.ofSeconds(4));

            assertThat(PRODUCT.get("/incidents/" + incident).body())
                    .contains("v10", "was deployed at about the time of the first failing run")
                    .doesNotContain("No deploy was recorded");
        }

        @Test
        void whenItIsBeforeTheEndOfTheRun_thenThePageNamesItLikeTheLogAndTheEMail() throws Exception {
            UUID incident = incidentWithDeploy("incident-later", Duration.ofSeconds(20));

            assertThat(PRODUCT.get("/incidents/" + incident).body())
                    .contains("v10", "was deployed 20 s after the first failing run")
                    .doesNotContain("No deploy was recorded");
        }
    }
}
