package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
    }
}
