package dev.tidemark.alerting.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.platform.crypto.EncryptedField;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Contact groups in the API: masking of webhooks, and deletion. */
class ContactGroupResourceIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final String HOOK = "slack+https://hooks.slack.com/services/T0/B0/secret-part";

    private static HttpResponse<String> put(String id, String json) throws Exception {
        return PRODUCT.send(PRODUCT.request("/api/v1/recipients/" + id)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static HttpResponse<String> delete(String path) throws Exception {
        return PRODUCT.send(PRODUCT.request(path).DELETE().build());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static String stored(String id) throws Exception {
        try (var connection = PRODUCT.database().connect();
                var query = connection.prepareStatement("SELECT definition FROM contact_group WHERE id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new EncryptedField("contact_group", "definition", id).decrypt(rows.getString(1));
            }
        }
    }

    @Nested
    class GivenAContactGroupWithAWebhook {

        @Test
        void whenItIsReadAndWrittenBack_thenTheSecretIsMaskedAndKept() throws Exception {
            HttpResponse<String> made = put("audience-it-hook", "{\"members\": [\"" + HOOK + "\"]}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            String shown = PRODUCT.get("/api/v1/recipients/audience-it-hook").body();

            assertThat(made.body() + shown + PRODUCT.get("/api/v1/recipients").body())
                    .contains("slack+https://hooks.slack.com/***")
                    .doesNotContain("secret-part");
            HttpResponse<String> back =
                    put("audience-it-hook", shown.replace("\"name\":\"audience-it-hook\"", "\"name\":\"Renamed\""));
            assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
            assertThat(stored("audience-it-hook")).contains(HOOK, "Renamed");
        }

        @Test
        void whenAMaskedMemberIsOfAnotherGroup_thenItIsRejected() throws Exception {
            HttpResponse<String> answer =
                    put("audience-it-other", "{\"members\": [\"https://hooks.example/***0a1b2c\"]}");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("/members/0", "is masked (***) and matches no stored recipient. Enter the full address.");
        }
    }

    @Nested
    class GivenAWebhookInTheSecretStore {

        @Test
        void whenTheSecretDoesNotExist_thenTheGroupIsRejectedAndNothingIsSaved() throws Exception {
            HttpResponse<String> answer = put(
                    "audience-it-missing",
                    "{\"members\": [\"a@audience.example\", \"secret:audience-nowhere\", \"secret:audience-never\"]}");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("/members/1", "audience-nowhere", "/members/2", "audience-never");
            assertThat(PRODUCT.get("/api/v1/recipients/audience-it-missing").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void whenTheSecretIsDeletedInUse_thenThatIsRefusedAndTheGroupIsNamed() throws Exception {
            PRODUCT.send(PRODUCT.request("/api/v1/secrets/audience-hook")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"value\": \"" + HOOK + "\"}"))
                    .build());
            HttpResponse<String> made = put("audience-it-stored", "{\"members\": [\"secret:audience-hook\"]}");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

            HttpResponse<String> refused = delete("/api/v1/secrets/audience-hook");

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("audience-it-stored").doesNotContain("secret-part");
            delete("/api/v1/recipients/audience-it-stored");
            assertThat(delete("/api/v1/secrets/audience-hook").statusCode()).isEqualTo(204);
        }
    }

    @Nested
    class GivenContactGroupsInUse {

        @Test
        void whenTheyAreDeleted_thenThatIsRejectedWithTheirUses() throws Exception {
            put("audience-it-night", "{\"members\": [\"night@audience.example\"]}");
            put(
                    "audience-it-day",
                    "{\"members\": [\"day@audience.example\"], \"escalateAfter\": \"PT30M\", \"escalateTo\": \"audience-it-night\"}");
            PRODUCT.post(
                    "/api/v1/probes",
                    "{\"id\": \"audience-it\", \"name\": \"Audience\", \"url\": \"http://127.0.0.1:9/\", \"every\": \"P1D\","
                            + " \"enabled\": false, \"notify\": [\"list:audience-it-night\"]}");

            HttpResponse<String> kept = delete("/api/v1/recipients/audience-it-night");
            assertThat(kept.statusCode()).isEqualTo(409);
            assertThat(json(kept).getString("detail"))
                    .isEqualTo("Contact group \"audience-it-night\" is in use. The probe audience-it notifies it."
                            + " The contact group audience-it-day escalates to it. Change that first.");
            assertThat(PRODUCT.get("/api/v1/recipients/audience-it-night").statusCode())
                    .isEqualTo(200);

            delete("/api/v1/probes/audience-it");
            assertThat(delete("/api/v1/recipients/audience-it-day").statusCode())
                    .isEqualTo(204);
            assertThat(delete("/api/v1/recipients/audience-it-night").statusCode())
                    .isEqualTo(204);
        }
    }
}
