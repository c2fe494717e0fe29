package dev.tidemark.web.probeform;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProbeFormIT {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private final TestServer product = TestServer.running();
    private String cookie = "";

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/login", "user", "admin", "password", TestServer.ADMIN_PASSWORD, "to", "/probes/new");
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        cookie = set.substring(0, set.indexOf(';'));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.at(path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return product.send(request(path).build());
    }

    private HttpResponse<String> post(String path, String... namesAndValues) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return product.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
    }

    /** A paused probe, so that it does not run. */
    private HttpResponse<String> create(String name, String samples) throws IOException, InterruptedException {
        return post(
                "/probes/new",
                "name",
                name,
                "url",
                "http://127.0.0.1:9/",
                "every",
                "PT1H",
                "samples",
                samples,
                "profile",
                "desktop",
                "locations",
                "default",
                "budget.0.metric",
                "LCP",
                "budget.0.side",
                "max",
                "budget.0.bound",
                "2500",
                "more",
                "{\"headers\":{\"Authorization\":\"Bearer s3cret\"}}");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode() + " " + answer.body());
    }

    @Nested
    class GivenNoSession {

        @Test
        void whenTheFormIsOpened_thenItRedirectsToSignIn() throws Exception {
            cookie = "";
            assertThat(location(get("/probes/new"))).isEqualTo("/login?to=%2Fprobes%2Fnew");
        }
    }

    @Nested
    class GivenAScheduleThatIsEdited {

        private String nextRuns(String query) throws IOException, InterruptedException {
            cookie += "; tz=America%2FNew_York";
            String page = get("/probes/new?" + query).body();
            int from = page.indexOf("id=\"next-runs\"");
            return page.substring(from, page.indexOf("</div>", from));
        }

        @Test
        void whenItIsValid_thenTheNextFiveRunsAreInTheZoneOfTheViewerAndItSaysSo() throws Exception {
            String shown = nextRuns("every=&cron=0+30+12+1+7+%3F&zone=America/New_York&slug=&name=");

            assertThat(shown).contains("Next runs, in your time zone (America/New_York):");
            assertThat(shown.split("<li>", -1)).hasSize(6);
            assertThat(shown).contains("1 Jul ", "12:30:00 EDT");
        }

        @Test
        void whenItIsInvalid_thenTheErrorIsThatOfSaving() throws Exception {
            assertThat(nextRuns("every=&cron=0+24+*+*+*&zone="))
                    .contains("For the hour, use 0 to 23.")
                    .doesNotContain("<li>");
        }

        @Test
        void whenTheYearsAreOver_thenItSaysThatThereIsNoFurtherRun() throws Exception {
            assertThat(nextRuns("every=&cron=0+0+12+1+7+%3F+2020&zone="))
                    .contains("This schedule has no further runs.");
        }

        @Test
        void whenTheFormIsNew_thenTheDefaultScheduleIsShown() throws Exception {
            assertThat(nextRuns("").split("<li>", -1)).hasSize(6);
        }

        @Test
        void whenTheUserTypes_thenTheNextRunsFollowWithoutReloading() {
            TestVisitor visitor = TestVisitor.shared();
            visitor.openLoggedIn("/probes/new", TestVisitor.Look.LIGHT_DESKTOP);
            Page page = visitor.page();
            page.fill("#name", "stays");
            page.fill("#every", "");
            page.fill("#cron", "0 30 12 1 7 ?");
            page.waitForSelector("#next-runs li:has-text('1 Jul')");
            assertThat(page.locator("#next-runs li").count()).isEqualTo(5);

            page.fill("#cron", "0 30 24 1 7 ?");
            page.waitForSelector("#next-runs .fault:has-text('For the hour, use 0 to 23.')");
            assertThat(page.inputValue("#name")).isEqualTo("stays");
        }
    }

    @Nested
    class GivenASession {

        @Test
        void whenTheFormIsValid_thenTheProbeIsCreated() throws Exception {
            assertThat(location(create("Form, größer", "2"))).isEqualTo("/probes/form-grosser");

            assertThat(product.get("/api/v1/probes/form-grosser").body())
                    .contains("Form, größer", "\"samples\":2", "\"enabled\":false", "2500");
        }

        @Test
        void whenTheIntervalIsWrittenWithUnits_thenItIsStoredInIso8601() throws Exception {
            String definition =
                    "{\"id\": \"form-units\", \"url\": \"http://127.0.0.1:9/\", \"enabled\": false, \"every\": \"1h30m\"}";

            assertThat(product.post("/api/v1/probes", definition).body()).contains("\"every\":\"PT1H30M\"");
        }

        @Test
        void whenTheFormIsInvalid_thenErrorsAreAtTheirFieldsAndInputIsKept() throws Exception {
            HttpResponse<String> answer = create("Faulty <b>form</b>", "99");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("samples 99 is out of range. Use 1 to 9.", "href=\"#samples\"")
                    .contains("value=\"99\"", "Faulty &lt;b&gt;form", "value=\"2500\"", "s3cret")
                    .doesNotContain("<b>form");
            assertThat(product.get("/api/v1/probes/faulty-b-form-b").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void whenItsNameYieldsAReservedId_thenTheErrorStatesIt() throws Exception {
            HttpResponse<String> answer = create("Tidemark", "2");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("is reserved for Tidemark itself. Choose another id.");
        }

        @Test
        void whenAProbeIsEditedTwiceFromTheSameVersion_thenTheSecondIsRefused() throws Exception {
            create("Form edited", "2");
            String path = "/probes/form-edited/edit";
            String shown = get(path).body();
            Matcher version = VERSION.matcher(shown);
            assertThat(version.find()).as(shown).isTrue();
            assertThat(shown).doesNotContain("s3cret").contains("***");

            String[] form = {
                "version",
                version.group(1),
                "name",
                "Form edited",
                "url",
                "http://127.0.0.1:9/",
                "every",
                "PT2H",
                "samples",
                "3",
                "locations",
                "default",
                "more",
                "{\"headers\":{\"Authorization\":\"***\"}}"
            };
            assertThat(location(post(path, form))).isEqualTo("/probes/form-edited");
            HttpResponse<String> second = post(path, form);

            assertThat(second.statusCode()).isEqualTo(422);
            assertThat(second.body()).contains("not at version " + version.group(1));
        }

        @Test
        void whenARepeatViewIsSelected_thenTheProbeHasOneUntilItIsDeselected() throws Exception {
            String[] form = {
                "name",
                "Form views",
                "url",
                "http://127.0.0.1:9/",
                "every",
                "PT1H",
                "locations",
                "default",
                "views",
                "both"
            };
            assertThat(location(post("/probes/new", form))).isEqualTo("/probes/form-views");
            assertThat(product.get("/api/v1/probes/form-views").body()).contains("\"views\":[\"first\",\"repeat\"]");
            String path = "/probes/form-views/edit";
            String shown = get(path).body();
            assertThat(shown)
                    .contains("<option value=\"both\" selected=\"selected\">")
                    .doesNotContain("&quot;views&quot;");
            Matcher version = VERSION.matcher(shown);
            assertThat(version.find()).as(shown).isTrue();

            form[form.length - 1] = "first";
            List<String> edited = new ArrayList<>(List.of(form));
            edited.addAll(List.of("version", version.group(1)));
            assertThat(location(post(path, edited.toArray(String[]::new)))).isEqualTo("/probes/form-views");

            assertThat(product.get("/api/v1/probes/form-views").body()).doesNotContain("\"views\"");
        }

        @Test
        void whenTheViewsAreUnknown_thenTheErrorIsAtItsField() throws Exception {
            HttpResponse<String> answer = post(
                    "/probes/new", "name", "Form x", "url", "http://127.0.0.1:9/", "every", "PT1H", "views", "third");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("href=\"#views\"");
        }

        @Test
        void whenItIsDeleted_thenItIsGone() throws Exception {
            create("Form deleted", "1");

            assertThat(location(post("/actions/delete", "probe", "form-deleted", "sure", "true")))
                    .isEqualTo("/");
            assertThat(get("/probes/form-deleted/edit").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class GivenApiClients {

        @Test
        void whenTheyRequestMetrics_thenThereIsTextAndABadge() throws Exception {
            create("Form badge", "1");
            HttpResponse<String> metrics = get("/metrics");
            HttpResponse<String> badge = get("/badge/form-badge/lcp.svg");

            assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
            assertThat(metrics.body()).contains("# TYPE tidemark_incidents_open gauge\ntidemark_incidents_open ");
            assertThat(badge.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
            assertThat(badge.body()).contains("LCP: no value");
            assertThat(get("/badge/form-badge/lpc.svg").statusCode()).isEqualTo(404);
        }
    }
}
