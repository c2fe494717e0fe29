package dev.tidemark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Scheduling maintenance on the page. */
class MaintenancePageIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String ID = "maintenance-page-it";

    private final TestVisitor visitor = TestVisitor.shared();

    private Page open() {
        visitor.openLoggedIn("/maintenance", Look.LIGHT_DESKTOP);
        return visitor.page();
    }

    private static void delete(String id) throws Exception {
        PRODUCT.send(PRODUCT.request("/api/v1/maintenance/" + id).DELETE().build());
    }

    @Nested
    class GivenTheFormForAMaintenanceWindow {

        @Test
        void whenSeveralFieldsAreInvalid_thenEachErrorIsAtItsFieldAndInputIsKept() {
            Page page = open();
            page.fill("#id", "No Slug");
            page.fill("#name", "x".repeat(101));
            page.fill("#probes", "shop, NO");
            page.fill("#start", "02:00");
            page.fill("#weekdays", "moonday");
            page.fill("#zone", "Mars/Olympus");
            page.click("button:has-text('Schedule maintenance')");
            page.waitForSelector("[role=alert]");

            assertThat(visitor.fault("id")).startsWith("id \"No Slug\" is invalid. Use 1 to 64 lower-case letters");
            assertThat(visitor.fault("name")).isEqualTo("name must have 1 to 100 characters.");
            assertThat(visitor.fault("probes")).contains("\"NO\"");
            assertThat(visitor.fault("weekdays")).contains("Unknown weekday \"moonday\". Use a name such as monday.");
            assertThat(visitor.fault("zone")).contains("Mars/Olympus");
            assertThat(visitor.fault("length")).isEqualTo("length is missing. Add a duration, for example PT2H.");
            assertThat(page.inputValue("#probes")).isEqualTo("shop, NO");
            assertThat(page.inputValue("#start")).isEqualTo("02:00");
            visitor.photograph("maintenance-faults");
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }

        @Test
        void whenTheIdIsTaken_thenTheErrorIsAtTheId_andAFreeOneIsCreated() throws Exception {
            String window =
                    "{\"id\": \"" + ID + "\", \"probes\": [\"nobody\"], \"start\": \"02:00\", \"length\": \"PT2H\"}";
            PRODUCT.post("/api/v1/maintenance", window);
            Page page = open();
            page.fill("#id", ID);
            page.fill("#probes", "nobody");
            page.fill("#from", "2001-02-03T04:05");
            page.fill("#until", "2001-02-03T05:05");
            page.click("button:has-text('Schedule maintenance')");
            page.waitForSelector("[role=alert]");
            assertThat(visitor.fault("id"))
                    .isEqualTo("id \"" + ID + "\" is used by another maintenance window. Choose another id.");
            assertThat(page.inputValue("#from")).isEqualTo("2001-02-03T04:05");

            page.fill("#id", ID + "-2");
            page.click("button:has-text('Schedule maintenance')");
            page.waitForSelector(
                    "[role=alert]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(page.innerText("section[aria-label='Maintenance windows']"))
                    .contains(ID + "-2");
            delete(ID);
            delete(ID + "-2");
        }

        @Test
        void whenItIsOpened_thenItsTimesAreInTheZoneOfTheViewer() throws Exception {
            String form = PRODUCT.send(PRODUCT.request("/maintenance")
                            .header("Cookie", "tz=America%2FNew_York")
                            .GET()
                            .build())
                    .body();

            assertThat(form)
                    .containsPattern("id=\"zone\" name=\"zone\" value=\"America/New_York\"")
                    .contains("All times of this form are in this time zone.");
        }

        @Test
        void whenAWindowIsScheduledInNewYork_thenItIsStoredAsThatInstant() throws Exception {
            Page page = open();
            page.fill("#id", ID + "-ny");
            page.fill("#probes", "nobody");
            page.fill("#zone", "America/New_York");
            page.fill("#from", "2099-07-01T20:00");
            page.fill("#until", "2099-07-01T21:30");
            page.click("button:has-text('Schedule maintenance')");
            page.waitForURL("**/maintenance");

            assertThat(PRODUCT.get("/api/v1/maintenance").body())
                    .contains("\"from\":\"2099-07-02T00:00:00Z\"", "\"until\":\"2099-07-02T01:30:00Z\"");
            assertThat(page.locator("main [role=status]").count()).isZero();
            delete(ID + "-ny");
        }

        @Test
        void whenTheZoneOfASingleWindowIsUnknown_thenTheErrorIsAtTheZone() {
            Page page = open();
            page.fill("#id", ID + "-mars");
            page.fill("#zone", "Mars/Olympus");
            page.fill("#from", "2099-07-01T20:00");
            page.fill("#until", "2099-07-01T21:30");
            page.click("button:has-text('Schedule maintenance')");
            page.waitForSelector("[role=alert]");

            assertThat(visitor.fault("zone")).contains("Mars/Olympus");
        }

        @Test
        void whenAWindowIsInThePast_thenThePageWarns() throws Exception {
            Page page = open();
            page.fill("#id", ID + "-past");
            page.fill("#name", "Last night");
            page.fill("#probes", "nobody");
            page.fill("#from", "2026-01-02T20:00");
            page.fill("#until", "2026-01-02T21:30");
            page.click("button:has-text('Schedule maintenance')");
            page.waitForSelector("main [role=status]");

            assertThat(page.innerText("main [role=status]"))
                    .startsWith("Maintenance window Last night ended at 2 Jan 2026, 21:30:00")
                    .contains("so it affects no run");
            assertThat(page.innerText("section[aria-label='Maintenance windows']"))
                    .contains("ended", "once, from 2 Jan 2026, 20:00:00");
            delete(ID + "-past");
        }

        @Test
        void whenALinkContainsAnError_thenThePageDoesNotShowIt() throws Exception {
            assertThat(PRODUCT.get("/maintenance?fault=Call+0800").body()).doesNotContain("0800");
        }
    }
}
