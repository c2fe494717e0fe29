package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignResourceIT {

    private final TestServer product = TestServer.running();

    @Nested
    class GivenTheApi {

        @Test
        void whenThePresetsAreQueried_thenEachHasItsBudgets() throws Exception {
            assertThat(product.get("/api/v1/budgets/presets").body())
                    .contains(
                            "\"name\":\"core-web-vitals\"",
                            "\"metric\":\"LCP\",\"statistic\":\"median\",\"max\":2500,\"severity\":\"warning\"")
                    .contains("\"withoutSource\":[\"replication lag, as you state it (REPLICATION_LAG)\"");
        }

        @Test
        void whenAFileOfAnotherToolIsSent_thenItsBudgetsAreReturned() throws Exception {
            String budget = "[{\"resourceSizes\": [{\"resourceType\": \"script\", \"budget\": 125}]}]";
            HttpResponse<String> answer =
                    product.post("/api/v1/budgets/import?format=lighthouse&url=https://a.example/", budget);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"metric\":\"BYTES_SCRIPT\"", "\"max\":128000", "\"ignored\":[]");
        }

        @Test
        void whenTheFormatIsUnknown_thenTheKnownOnesAreListed() throws Exception {
            HttpResponse<String> answer = product.post("/api/v1/budgets/import?format=x", "[]");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Valid values: lighthouse, sitespeed, lighthouserc.");
        }

        @Test
        void whenARecordingIsSent_thenItsJourneyIsReturned() throws Exception {
            String recording =
                    "{\"title\": \"Buy\", \"steps\": [{\"type\": \"navigate\", \"url\": \"https://a.example/\"}]}";
            assertThat(product.post("/api/v1/journeys/import", recording).body())
                    .isEqualTo("{\"title\":\"Buy\",\"journey\":[{\"open\":\"https://a.example/\"}],\"ignored\":[]}");
        }

        @Test
        void whenTheFormFactorIsUnknown_thenTheKnownOnesAreNamed() throws Exception {
            HttpResponse<String> answer =
                    product.post("/api/v1/budgets/import?format=lighthouserc&formFactor=tablet", "{}");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Valid values: mobile, desktop.");
        }

        @Test
        void whenAPuppeteerScriptIsSentAsARecording_thenItIsNamed() throws Exception {
            HttpResponse<String> answer = product.post(
                    "/api/v1/journeys/import", "const puppeteer = require('puppeteer');\n(async () => {})();\n");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("This is a Puppeteer script.", "as JSON and import that file.");
        }

        @Test
        void whenAStepIsLeftOut_thenItsPointerIsListed() throws Exception {
            String recording =
                    "{\"title\": \"Buy\", \"steps\": [{\"type\": \"waitForElement\", \"selectors\": [\"#a\"],"
                            + " \"visible\": false}]}";
            assertThat(product.post("/api/v1/journeys/import", recording).body())
                    .contains("\"journey\":[]", "\"pointer\":\"/steps/0\"");
        }

        @Test
        void whenALighthousercInJavaScriptIsSent_thenItIsNamed() throws Exception {
            HttpResponse<String> answer = product.post(
                    "/api/v1/budgets/import?format=lighthouserc",
                    "module.exports = {\n  ci: {\n    assert: {},\n  },\n};\n");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("This is a Lighthouse CI configuration in JavaScript.");
        }
    }

    @Nested
    class GivenBodiesInOtherEncodings {

        private static final String YAML = "id: encoded\nname: Bücher\nurl: https://shop.example/\nevery: PT1H\n";
        private static final String JSON = "{\n  \"name\": \"Bücher\"}";

        private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
            return product.send(product.request(path)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
        }

        @ParameterizedTest
        @CsvSource({
            "/api/v1/apply?dryRun=true,                 text/yaml",
            "/api/v1/apply?dryRun=true,                 application/json",
            "/api/v1/probes,                            application/json",
            "/api/v1/maintenance,                       application/json",
            "/api/v1/probes,                            application/json; charset=UTF-8",
            "/api/v1/markers,                           application/json",
            "/api/v1/journeys/import,                   application/json",
            "/api/v1/budgets/import?format=sitespeed,   application/json",
            "/api/v1/budgets/import?format=sitespeed,   text/plain",
        })
        void whenTheyAreLatin1_thenThePlaceIsNamed(String path, String type) throws Exception {
            HttpResponse<String> answer = post(path, type, JSON.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("The text is not UTF-8: byte 0xFC at line 2, column 13 (byte offset 14).", "Latin-1");
        }

        @Test
        void whenTheyAreUtf16_thenThatIsNamed() throws Exception {
            HttpResponse<String> answer =
                    post("/api/v1/apply?dryRun=true", "text/yaml", YAML.getBytes(StandardCharsets.UTF_16));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("The text is UTF-16, not UTF-8. Save it as UTF-8.");
        }

        @Test
        void whenTheCharsetIsDeclared_thenTheyAreRead() throws Exception {
            HttpResponse<String> answer = post(
                    "/api/v1/apply?dryRun=true",
                    "text/yaml; charset=iso-8859-1",
                    YAML.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(answer.body()).contains("\"created\":[\"encoded\"]");
        }

        @Test
        void whenTheCharsetIsUnknown_thenItIsRefused() throws Exception {
            HttpResponse<String> answer = post(
                    "/api/v1/apply?dryRun=true", "text/yaml; charset=klingon", YAML.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("The charset \\\"klingon\\\" is not supported. Send UTF-8.");
        }

        @Test
        void whenTheyBeginWithAByteOrderMark_thenTheyAreRead() throws Exception {
            HttpResponse<String> answer =
                    post("/api/v1/apply?dryRun=true", "text/yaml", ("\uFEFF" + YAML).getBytes(StandardCharsets.UTF_8));
            assertThat(answer.body()).contains("\"created\":[\"encoded\"]");
        }

        @Test
        void whenJsonIsIndentedWithTabs_thenItIsApplied() throws Exception {
            String json =
                    "{\n\t\t\"id\": \"encoded\",\n\t\t\"url\": \"https://shop.example/\",\n\t\t\"every\": \"PT1H\"\n}";
            for (String type : List.of("application/json", "text/yaml", "text/plain")) {
                assertThat(post("/api/v1/apply?dryRun=true", type, json.getBytes(StandardCharsets.UTF_8))
                                .body())
                        .contains("\"created\":[\"encoded\"]");
            }
        }

        @Test
        void whenAFileOfAnotherToolIsApplied_thenItIsNamed() throws Exception {
            HttpResponse<String> answer = post(
                    "/api/v1/apply?dryRun=true",
                    "text/yaml",
                    "endpoints:\n  - url: https://a.example/\n".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This is a Gatus configuration.");
        }
    }
}
