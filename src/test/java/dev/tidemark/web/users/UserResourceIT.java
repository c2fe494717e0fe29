package dev.tidemark.web.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UserResourceIT {

    private final TestServer product = TestServer.running();
    private final String name = "it-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

    private HttpResponse<String> send(String method, String path, String json) throws Exception {
        return product.send(product.request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    @Nested
    class GivenAToken {

        @Test
        void whenItIsCreated_thenItsSecretIsReturnedOnce() throws Exception {
            HttpResponse<String> answer = product.post("/api/v1/tokens", """
                    {"name": "%s", "scope": "read", "expiresAt": "2099-01-01T00:00:00Z"}""".formatted(name));
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            JsonObject made = ApiClient.read(answer);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .endsWith("/api/v1/tokens/" + made.getString("id"));
            assertThat(made.getString("token")).startsWith("tdm_");
            String all = product.get("/api/v1/tokens").body();
            assertThat(all).contains(name, "2099-01-01T00:00:00Z").doesNotContain(made.getString("token"), "hash");
        }

        @Test
        void whenItsNameExists_thenTheStatusIs409() throws Exception {
            ApiClient script = ApiClient.added("read");
            HttpResponse<String> answer = product.post("/api/v1/tokens", """
                    {"name": "%s", "scope": "write"}""".formatted(script.name()));
            assertThat(answer.statusCode()).isEqualTo(409);
        }

        @Test
        void whenEverythingIsInvalid_thenAllErrorsAreReported() throws Exception {
            HttpResponse<String> answer = product.post("/api/v1/tokens", """
                    {"name": "Ci Shop", "scope": "admin", "expiresAt": "2020-01-01T00:00:00Z", "secret": 1}""");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("\"/name\"", "\"/scope\"", "\"/expiresAt\"", "\"/secret\"");
            assertThat(product.post("/api/v1/tokens", "").statusCode()).isEqualTo(400);
        }

        @Test
        void whenItsScopeIsWrite_thenItActsUnderItsNameUntilRevoked() throws Exception {
            ApiClient script = ApiClient.added("write");
            JsonObject marker = ApiClient.read(script.json("POST", "/api/v1/markers", "{\"title\": \"v1\"}"));
            assertThat(marker.getString("by")).isEqualTo(script.name());

            assertThat(send("DELETE", "/api/v1/tokens/" + script.id(), "").statusCode())
                    .isEqualTo(204);
            assertThat(script.json("GET", "/api/v1/markers", "").statusCode()).isEqualTo(401);
            assertThat(send("DELETE", "/api/v1/tokens/" + script.id(), "").statusCode())
                    .isEqualTo(404);
            assertThat(send("DELETE", "/api/v1/tokens/no-id", "").statusCode()).isEqualTo(404);
        }

        @Test
        void whenItHasExpired_thenTheResponseStatesIt() throws Exception {
            ApiClient script = ApiClient.added("read");
            expire(script.id());
            HttpResponse<String> answer = script.json("GET", "/api/v1/probes", "");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains(script.name(), "expired");
        }

        private void expire(String id) throws Exception {
            try (Connection connection = product.database().connect();
                    PreparedStatement statement = connection.prepareStatement(
                            "UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = ?::uuid")) {
                statement.setString(1, id);
                statement.executeUpdate();
            }
        }

        @Test
        void whenItIsFromTheSettings_thenTheListStatesIt() throws Exception {
            assertThat(ApiClient.read(product.get("/api/v1/tokens")).getJsonArray("items").stream()
                            .map(JsonObject.class::cast)
                            .filter(one -> one.getString("origin").equals("setting")))
                    .singleElement()
                    .satisfies(one -> assertThat(one.getString("name")).isEqualTo("TIDEMARK_API_TOKEN"))
                    .satisfies(one -> assertThat(one.getString("scope")).isEqualTo("write"));
        }
    }

    @Nested
    class GivenAUser {

        @Test
        void whenNoPasswordIsGiven_thenOneIsGeneratedAndReturnedOnce() throws Exception {
            HttpResponse<String> answer = product.post("/api/v1/users", """
                    {"name": "%s", "role": "reader"}""".formatted(name));
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            String password = ApiClient.read(answer).getString("password");
            assertThat(TestUser.signedIn(name, password)
                            .get("/settings/password")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(product.get("/api/v1/users").body())
                    .contains(name, "signedInAt")
                    .doesNotContain(password, "hash", "credential");
        }

        @Test
        void whenEverythingIsInvalid_thenAllErrorsAreReportedWithoutThePassword() throws Exception {
            HttpResponse<String> answer = product.post("/api/v1/users", """
                    {"name": "Ada Lovelace", "role": "king", "password": "too-short"}""");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("\"/name\"", "\"/role\"", "\"/password\"")
                    .doesNotContain("too-short");
            assertThat(product.post("/api/v1/users", "{\"name\": \"admin\", \"role\": \"reader\"}")
                            .statusCode())
                    .isEqualTo(409);
        }

        @Test
        void whenItIsRemoved_thenItsSessionEndsAtOnce() throws Exception {
            TestUser somebody = TestUser.added("operator");
            assertThat(somebody.get("/api/v1/users").statusCode()).isEqualTo(200);
            assertThat(send("DELETE", "/api/v1/users/" + somebody.name(), "").statusCode())
                    .isEqualTo(204);
            assertThat(somebody.get("/api/v1/users").statusCode()).isEqualTo(401);
            assertThat(send("DELETE", "/api/v1/users/" + somebody.name(), "").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void whenItsRoleChanges_thenThatAppliesFromTheNextRequest() throws Exception {
            TestUser somebody = TestUser.added("operator");
            assertThat(send("PATCH", "/api/v1/users/" + somebody.name(), "{\"role\": \"reader\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(somebody.get("/api/v1/users").statusCode()).isEqualTo(403);
        }

        @Test
        void whenAnAdminResetsItsPassword_thenItsSessionEndsAndTheNewOneIsValid() throws Exception {
            TestUser somebody = TestUser.added("reader");
            HttpResponse<String> answer =
                    send("PATCH", "/api/v1/users/" + somebody.name(), "{\"resetPassword\": true}");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(somebody.get("/api/v1/incidents").statusCode()).isEqualTo(401);
            TestUser again =
                    TestUser.signedIn(somebody.name(), ApiClient.read(answer).getString("password"));
            assertThat(again.get("/api/v1/incidents").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class GivenOnesOwnAccount {

        private static final String OTHER = "another password of the tests";

        private HttpResponse<String> change(TestUser somebody, String json) throws Exception {
            return somebody.json("PATCH", "/api/v1/users/" + somebody.name(), json);
        }

        @Test
        void whenTheOldPasswordIsCorrect_thenOtherSessionsEndAndThisOneGetsANewCookie() throws Exception {
            TestUser here = TestUser.added("reader");
            TestUser there = here.signedInAgain();
            HttpResponse<String> answer = change(here, """
                    {"password": "%s", "oldPassword": "%s"}""".formatted(OTHER, TestUser.PASSWORD));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(there.get("/api/v1/incidents").statusCode()).isEqualTo(401);
            assertThat(here.get("/api/v1/incidents").statusCode()).isEqualTo(401);
            assertThat(here.withCookieOf(answer).get("/api/v1/incidents").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void whenTheOldPasswordIsWrongOrMissing_thenNothingChangesAndGuessingIsDelayed() throws Exception {
            TestUser somebody = TestUser.added("reader");
            assertThat(change(somebody, "{\"password\": \"" + OTHER + "\"}").body())
                    .contains("/oldPassword");
            String guess = """
                    {"password": "%s", "oldPassword": "wrong"}""".formatted(OTHER);
            for (int i = 0; i < 5; i++) {
                assertThat(change(somebody, guess).body()).contains("The current password is wrong.");
            }
            assertThat(change(somebody, guess).body()).contains("Too many failed attempts.");
            assertThat(somebody.get("/api/v1/incidents").statusCode()).isEqualTo(200);
        }

        @Test
        void whenAViewerRequestsAnotherRoleOrAReset_thenTheStatusIs403() throws Exception {
            TestUser somebody = TestUser.added("reader");
            assertThat(change(somebody, "{\"role\": \"operator\"}").statusCode())
                    .isEqualTo(403);
            assertThat(change(somebody, "{\"resetPassword\": true}").statusCode())
                    .isIn(403, 422);
            assertThat(somebody.get("/api/v1/users").statusCode()).isEqualTo(403);
        }

        @Test
        void whenATokenHasTheNameOfAUser_thenItIsNotThatUser() throws Exception {
            TestUser somebody = TestUser.added("reader");
            JsonObject token = ApiClient.read(product.post("/api/v1/tokens", """
                    {"name": "%s", "scope": "read"}""".formatted(somebody.name())));
            ApiClient script = new ApiClient(token.getString("id"), somebody.name(), token.getString("token"));
            String json = """
                    {"password": "%s", "oldPassword": "%s"}""".formatted(OTHER, TestUser.PASSWORD);
            assertThat(script.json("PATCH", "/api/v1/users/" + somebody.name(), json)
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
