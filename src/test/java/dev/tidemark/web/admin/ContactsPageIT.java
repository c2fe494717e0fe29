package dev.tidemark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Contact groups on the page: create, edit, test and delete. */
class ContactsPageIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String ID = "recipients-it";
    private static final String OTHER = "recipients-it-night";
    private static final String PROBE = "recipients-it-probe";

    private static TestVisitor visitor;

    @BeforeAll
    static void arrive() {
        visitor = TestVisitor.shared();
    }

    @AfterEach
    void clear() throws Exception {
        delete("/api/v1/probes/" + PROBE);
        delete("/api/v1/recipients/" + ID);
        delete("/api/v1/recipients/" + OTHER);
    }

    private static void delete(String path) throws Exception {
        PRODUCT.send(PRODUCT.request(path).DELETE().build());
    }

    private static void put(String id, String json) throws Exception {
        HttpResponse<String> answer = PRODUCT.send(PRODUCT.request("/api/v1/recipients/" + id)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private static void probe() throws Exception {
        HttpResponse<String> answer = PRODUCT.post(
                "/api/v1/probes",
                "{\"id\": \"" + PROBE + "\", \"name\": \"Told\", \"url\": \"http://127.0.0.1:9/\", \"every\": \"P1D\","
                        + " \"enabled\": false, \"notify\": [\"list:" + ID + "\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static JsonObject stored(String id) throws Exception {
        HttpResponse<String> answer = PRODUCT.get("/api/v1/recipients/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static Page open(String path) {
        visitor.openLoggedIn(path, Look.LIGHT_DESKTOP);
        return visitor.page();
    }

    @Nested
    class GivenTheFormForANewContactGroup {

        @Test
        void whenItIsSubmitted_thenTheGroupIsCreatedAsByTheApiAndShownWithItsSettings() throws Exception {
            put(OTHER, "{\"members\": [\"night@recipients.example\"]}");
            Page page = open("/settings");
            page.click("nav[aria-label=Settings] >> text=Contacts");
            page.click("text=New contact group");
            page.fill("#name", "Shop team");
            page.fill("#id", ID);
            page.fill(
                    "#members",
                    "a@recipients.example\n slack+https://hooks.slack.com/services/T0/secret,part \nb@recipients.example");
            page.fill("[id='quiet.start']", "22:00");
            page.fill("[id='quiet.length']", "PT9H");
            page.fill("[id='quiet.zone']", "Europe/Berlin");
            page.fill("[id='quiet.weekdays']", "sat, sunday");
            page.fill("#remindEvery", "PT4H");
            page.fill("#escalateAfter", "PT30M");
            page.fill("#escalateTo", OTHER);
            page.selectOption("#digest", "weekly");
            page.fill("#digestAt", "06:30");
            page.fill("#digestOn", "friday");
            page.click("button:has-text('Create contact group')");
            page.waitForURL("**/recipients#list-" + ID);

            String card = page.innerText("#list-" + ID);
            assertThat(card)
                    .contains("Shop team", "list:" + ID, "a@recipients.example, b@recipients.example")
                    .contains("Slack", "webhook at hooks.slack.com")
                    .doesNotContain("secret,part")
                    .contains(
                            "every Saturday, Sunday at 22:00 for 9 h (Europe/Berlin)",
                            "every 4 h",
                            "after 30 min to list:" + OTHER)
                    .contains("every Friday at 06:30 (Europe/Berlin)", "no probes");
            assertThat(visitor.complaints()).isEmpty();
            assertThat(stored(ID).getJsonArray("members")).hasSize(3);
        }

        @Test
        void whenSeveralFieldsAreInvalid_thenEachErrorIsAtItsFieldAndInputIsKept() {
            Page page = open("/recipients/new");
            page.fill("#name", "x".repeat(101));
            page.fill("#id", "No Slug");
            page.fill("#members", "a@recipients.example\nnobody");
            page.fill("[id='quiet.zone']", "Mars/Olympus");
            page.fill("#remindEvery", "PT1M");
            page.fill("#escalateAfter", "soon");
            page.selectOption("#digest", "daily");
            page.fill("#digestOn", "friday");
            page.click("button:has-text('Create contact group')");
            page.waitForSelector("[role=alert]");

            assertThat(visitor.fault("name")).isEqualTo("name must have 1 to 100 characters.");
            assertThat(visitor.fault("id"))
                    .isEqualTo(
                            "id \"No Slug\" is invalid. Use 1 to 64 lower-case letters, digits and hyphens, for example shop-home.");
            assertThat(visitor.fault("members")).contains("\"nobody\" is not a valid recipient.");
            assertThat(visitor.fault("quiet.start"))
                    .isEqualTo("start is missing. Add a time of day, for example 22:00.");
            assertThat(visitor.fault("quiet.length")).isEqualTo("length is missing. Add a duration, for example PT2H.");
            assertThat(visitor.fault("quiet.zone")).contains("Mars/Olympus");
            assertThat(visitor.fault("remindEvery")).isEqualTo("remindEvery PT1M is too short. The minimum is PT5M.");
            assertThat(visitor.fault("escalateAfter")).contains("soon");
            assertThat(visitor.fault("digestOn"))
                    .isEqualTo("digestOn can only be combined with digest: weekly. Remove it.");
            assertThat(page.inputValue("#members")).isEqualTo("a@recipients.example\nnobody");
            assertThat(page.inputValue("#digest")).isEqualTo("daily");
            assertThat(page.inputValue("#id")).isEqualTo("No Slug");
            visitor.photograph("list-faults");
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }

        @Test
        void whenTheIdIsTaken_thenThatGroupIsUnchanged() throws Exception {
            put(ID, "{\"members\": [\"a@recipients.example\"]}");
            Page page = open("/recipients/new");
            page.fill("#id", ID);
            page.click("button:has-text('Create contact group')");
            page.waitForSelector("[role=alert]");

            assertThat(visitor.fault("id"))
                    .isEqualTo("id \"" + ID + "\" is used by another contact group. Choose another id.");
            assertThat(stored(ID).getJsonArray("members")).hasSize(1);
        }
    }

    @Nested
    class GivenAContactGroupWithAWebhook {

        private static final String DEFINITION =
                "{\"name\": \"Before\", \"members\": [\"https://hooks.example/secret-part\","
                        + " \"a@recipients.example\"], \"quiet\": {\"start\": \"22:00\", \"length\": \"PT9H\", \"days\": [1, 15]}}";

        @BeforeEach
        void define() throws Exception {
            put(ID, DEFINITION);
        }

        @Test
        void whenItIsRenamed_thenTheSecretIsNotShownAndNothingElseChanges() throws Exception {
            JsonObject before = stored(ID);
            Page page = open("/recipients/" + ID);
            assertThat(page.content()).contains("https://hooks.example/***").doesNotContain("secret-part");
            page.fill("#name", "After");
            page.click("button:has-text('Save')");
            page.waitForURL("**/recipients#list-" + ID);

            assertThat(stored(ID))
                    .isEqualTo(Json.createObjectBuilder(before)
                            .add("name", "After")
                            .build());
        }

        @Test
        void whenNotSignedIn_thenTheGroupIsShownButItsFormRequiresSignIn() {
            visitor.open("/recipients", Look.LIGHT_DESKTOP);
            assertThat(visitor.page().innerText("#list-" + ID)).contains("webhook at hooks.example");
            assertThat(visitor.page().content()).doesNotContain("secret-part");

            visitor.page().click("#list-" + ID + " >> text=Edit");
            visitor.page().waitForURL("**/login?to=/recipients/" + ID);
        }
    }

    @Nested
    class GivenAContactGroupWithAWeeklyDigest {

        @Test
        void whenItIsSetToDailyAndThenDisabled_thenNoOtherFieldMustBeCleared() throws Exception {
            put(ID, "{\"members\": [], \"digest\": \"weekly\", \"digestAt\": \"06:30\", \"digestOn\": \"friday\"}");
            Page page = open("/recipients/" + ID);
            page.selectOption("#digest", "daily");
            page.click("button:has-text('Save')");
            page.waitForURL("**/recipients#list-" + ID);
            assertThat(page.innerText("#list-" + ID)).contains("every day at 06:30");

            page.click("#list-" + ID + " >> text=Edit");
            page.selectOption("#digest", "");
            page.click("button:has-text('Save')");
            page.waitForURL("**/recipients#list-" + ID);
            assertThat(stored(ID)).doesNotContainKeys("digest", "digestAt", "digestZone");
        }
    }

    @Nested
    class GivenAContactGroupOfAProbe {

        @Test
        void whenItIsDeleted_thenThatIsRejectedWhileItIsUsed() throws Exception {
            put(ID, "{\"members\": []}");
            Page page = open("/recipients/" + ID);
            page.click("text=Delete this contact group");
            page.check("[name=delete]");
            probe();
            page.click("button:has-text('Delete')");
            page.waitForSelector("[role=alert]");

            assertThat(page.innerText("[role=alert]")).contains("is in use. The probe " + PROBE);
            page.click("text=Contacts");
            assertThat(page.innerText("#list-" + ID)).contains(PROBE);

            delete("/api/v1/probes/" + PROBE);
            page.navigate(PRODUCT.at("/recipients/" + ID).toString());
            page.click("text=Delete this contact group");
            page.check("[name=delete]");
            page.click("button:has-text('Delete')");
            page.waitForURL("**/recipients");
            assertThat(page.locator("#list-" + ID).count()).isZero();
        }
    }

    @Nested
    class GivenAContactGroupToTest {

        @Test
        void whenATestIsSent_thenEachMembersResultIsShownAndLinksCannotForgeIt() throws Exception {
            put(ID, "{\"members\": [\"try@recipients-try.example\", \"http://127.0.0.1:9/secret-part\"]}");
            Page page = open("/recipients");
            page.click("#list-" + ID + " >> text=Send test");
            page.waitForSelector("[role=status]");

            assertThat(page.innerText("[role=status]"))
                    .contains("try@recipients-try.example: delivered", "webhook at 127.0.0.1: not delivered")
                    .doesNotContain("secret-part");
            assertThat(PRODUCT.mail().getReceivedMessagesForDomain("recipients-try.example"))
                    .hasSize(1);
            for (String path :
                    new String[] {"/settings?tried=Call+0800", "/settings?told=Call+0800", "/recipients?told=Call+0800"
                    }) {
                assertThat(PRODUCT.get(path).body()).doesNotContain("0800");
            }
        }
    }

    @Nested
    class GivenANotificationWithAnUnreachableWebhook {

        @Test
        void whenTheSettingsListIt_thenTheyShowOnlyTheHost() throws Exception {
            put(ID, "{\"members\": [\"http://127.0.0.1:9/unsent-secret\"]}");
            assertThat(PRODUCT.post("/api/v1/recipients/" + ID + "/digest", "").statusCode())
                    .isEqualTo(202);

            String page = PRODUCT.get("/settings").body();
            assertThat(page).contains("webhook at 127.0.0.1").doesNotContain("unsent-secret");
        }
    }
}
