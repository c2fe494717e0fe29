package dev.tidemark.web.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersPageIT {

    private static final String PAGE = "/settings/access";
    private static final Pattern SECRET = Pattern.compile("<p class=\"secret\"><code>([^<]+)</code>");

    private final TestServer product = TestServer.running();
    private final String name = "page-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    private TestUser operator;

    @BeforeEach
    void signIn() throws Exception {
        operator = TestUser.signedIn("admin", TestServer.ADMIN_PASSWORD);
    }

    private static String secret(HttpResponse<String> answer) {
        Matcher matcher = SECRET.matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return matcher.group(1);
    }

    private int tokensOf(String token) throws Exception {
        return product.get("/api/v1/tokens").body().split("\"name\":\"" + token + "\"", -1).length - 1;
    }

    @Nested
    class GivenTheFormOfATokenIsSent {

        private final Map<String, String> form =
                Map.of("act", "token", "name", name, "scope", "write", "expires", "P30D");

        @Test
        void whenItIsValid_thenTheSecretIsShownOnceAndNotCached() throws Exception {
            HttpResponse<String> answer = operator.post(PAGE, form);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            String secret = secret(answer);
            HttpResponse<String> later = operator.get(PAGE);
            assertThat(later.body()).contains(name).doesNotContain(secret);
            assertThat(later.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(later.headers().firstValue("ETag")).isEmpty();
            assertThat(new ApiClient("", name, secret)
                            .json("GET", "/api/v1/tokens", "")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void whenAReloadSubmitsItAgain_thenThereIsNoSecondToken() throws Exception {
            operator.post(PAGE, form);
            HttpResponse<String> again = operator.post(PAGE, form);

            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("already").doesNotContain("class=\"secret\"");
            assertThat(tokensOf(name)).isEqualTo(1);
        }

        @Test
        void whenAPageOfAnotherSiteSubmitsIt_thenItIsRejected() throws Exception {
            HttpResponse<String> answer = product.send(HttpRequest.newBuilder(product.at(PAGE))
                    .header("Cookie", operator.cookie())
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("act=token&scope=write&name=" + name))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(tokensOf(name)).isZero();
        }

        @Test
        void whenItIsRevoked_thenConfirmationIsRequired() throws Exception {
            ApiClient script = ApiClient.added("read");
            assertThat(operator.get(PAGE + "?revoke=" + script.id()).body()).contains("Revoke " + script.name() + "?");
            assertThat(tokensOf(script.name())).isEqualTo(1);
            assertThat(operator.post(PAGE, Map.of("act", "revoke", "of", script.id()))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(tokensOf(script.name())).isZero();
        }
    }

    @Nested
    class GivenTheFormOfAUserIsSent {

        @Test
        void whenItIsInvalid_thenErrorsAreAtTheirFieldsAndInputIsKeptExceptThePassword() throws Exception {
            HttpResponse<String> answer = operator.post(
                    PAGE, Map.of("act", "user", "name", "Ada <b>", "role", "operator", "password", "short"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("value=\"Ada &lt;b&gt;\"", "href=\"#user-name\"", "href=\"#user-password\"")
                    .containsPattern("value=\"operator\" selected=\"selected\"")
                    .doesNotContain("short");
        }

        @Test
        void whenItIsEmpty_thenTheErrorIsAtTheName() throws Exception {
            assertThat(operator.post(PAGE, Map.of("act", "user", "role", "reader"))
                            .body())
                    .contains("href=\"#user-name\"");
        }

        @Test
        void whenNoPasswordIsEntered_thenAGeneratedOneIsShownOnceAndValid() throws Exception {
            HttpResponse<String> answer =
                    operator.post(PAGE, Map.of("act", "user", "name", name, "role", "reader", "password", ""));
            assertThat(TestUser.signedIn(name, secret(answer))
                            .get("/settings/password")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void whenOneIsEntered_thenThePageRedirects() throws Exception {
            HttpResponse<String> answer = operator.post(
                    PAGE, Map.of("act", "user", "name", name, "role", "reader", "password", TestUser.PASSWORD));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(PAGE);
        }
    }

    @Nested
    class GivenMoreUsersAndTokensThanOnePage {

        private final List<String> made = new ArrayList<>();

        @AfterEach
        void leave() throws Exception {
            for (String id : made) {
                new ApiClient("", "", TestServer.TOKEN).json("DELETE", "/api/v1/tokens/" + id, "");
            }
        }

        @Test
        void whenPaging_thenEachIsOnOnePageAndTheWayBackExists() throws Exception {
            for (int i = 0; i < 102; i++) {
                String token = "{\"name\": \"zz%03d-%s\", \"scope\": \"read\"}".formatted(i, name);
                made.add(ApiClient.read(product.post("/api/v1/tokens", token)).getString("id"));
            }

            String first = operator.get(PAGE + "?tokensBehind=" + made.get(0)).body();
            assertThat(first).contains("zz001-" + name, "zz100-" + name).doesNotContain("zz000-", "zz101-");
            String second = operator.get(link(first, "tokensBehind")).body();
            assertThat(second).contains("zz101-" + name).doesNotContain("zz100-");
            assertThat(operator.get(link(second, "tokensAhead")).body()).contains("zz001-" + name, "zz100-" + name);
        }

        @Test
        void whenTheyAreListedByTheApi_thenTheNextPageBeginsAfterTheLast() throws Exception {
            TestUser.added("reader");
            TestUser.added("reader");

            JsonObject page = ApiClient.read(product.get("/api/v1/users?limit=1"));
            JsonObject next = ApiClient.read(product.get("/api/v1/users?limit=1&cursor=" + page.getString("next")));

            assertThat(next.getJsonArray("items").getJsonObject(0).getString("name"))
                    .isGreaterThan(page.getString("next"));
            assertThat(product.get("/api/v1/users?cursor=Ada").statusCode()).isEqualTo(422);
            assertThat(product.get("/api/v1/tokens?cursor=none").statusCode()).isEqualTo(422);
        }

        private String link(String page, String side) {
            Matcher matcher = Pattern.compile("href=\"(/settings/access\\?" + side + "=[^\"]+)\"")
                    .matcher(page);
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }
    }

    @Nested
    class GivenAUserIsChanged {

        private TestUser somebody;

        @BeforeEach
        void add() throws Exception {
            somebody = TestUser.added("reader");
        }

        private String changed() throws Exception {
            Matcher matcher = Pattern.compile("name=\"changed\" value=\"([^\"]+)\"")
                    .matcher(operator.get(PAGE + "?user=" + somebody.name()).body());
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }

        @Test
        void whenThePasswordIsGeneratedAndAReloadSubmitsItAgain_thenTheFirstOneIsValid() throws Exception {
            Map<String, String> form =
                    Map.of("act", "password", "of", somebody.name(), "changed", changed(), "password", "");
            String password = secret(operator.post(PAGE, form));
            HttpResponse<String> again = operator.post(PAGE, form);

            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("The password has been changed since this page was loaded.");
            assertThat(TestUser.signedIn(somebody.name(), password)
                            .get("/settings/password")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void whenTheRoleIsSavedAndTheUserRemoved_thenBothApplyAtOnce() throws Exception {
            operator.post(PAGE, Map.of("act", "role", "of", somebody.name(), "role", "operator"));
            assertThat(somebody.get(PAGE).statusCode()).isEqualTo(200);
            operator.post(PAGE, Map.of("act", "remove", "of", somebody.name()));
            assertThat(somebody.get(PAGE).statusCode()).isEqualTo(303);
        }

        @Test
        void whenItWasRemovedMeanwhile_thenThePageStatesIt() throws Exception {
            operator.post(PAGE, Map.of("act", "remove", "of", somebody.name()));
            HttpResponse<String> answer = operator.post(PAGE, Map.of("act", "remove", "of", somebody.name()));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("The entry has been removed by another user.");
        }
    }

    @Nested
    class GivenAForgedForm {

        @ParameterizedTest
        @CsvSource({"revoke, no-id, ''", "role, admin, king", "nothing, '', ''"})
        void whenItIsSubmitted_thenThePageExplainsTheRejection(String act, String of, String role) throws Exception {
            HttpResponse<String> answer = operator.post(PAGE, Map.of("act", act, "of", of, "role", role));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Nothing was changed.");
        }
    }

    @Nested
    class GivenOnesOwnPassword {

        private static final String OWN = "/settings/password";
        private static final String NEW = "another password of the tests";

        @Test
        void whenEverythingIsInvalid_thenErrorsAreAtTheirFieldsWithoutSecrets() throws Exception {
            TestUser reader = TestUser.added("reader");
            HttpResponse<String> answer =
                    reader.post(OWN, Map.of("oldPassword", "", "password", "shorty", "again", "other"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("#own-oldPassword", "#own-password", "#own-again")
                    .doesNotContain("shorty", "value=\"other\"");
        }

        @Test
        void whenAllIsValid_thenTheNewOneAppliesAndThisSessionContinues() throws Exception {
            TestUser reader = TestUser.added("reader");
            HttpResponse<String> answer =
                    reader.post(OWN, Map.of("oldPassword", TestUser.PASSWORD, "password", NEW, "again", NEW));
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(reader.withCookieOf(answer).get(OWN + "?done=yes").body())
                    .contains("The password was changed");
            assertThat(reader.get(OWN).statusCode()).isEqualTo(303);
            assertThat(TestUser.signedIn(reader.name(), NEW).get(OWN).statusCode())
                    .isEqualTo(200);
        }
    }
}
