package dev.tidemark.web.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.it.TotpCode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecondFactorPageIT {

    private static final String PAGE = "/settings/second-factor";
    private static final Pattern SECRET = Pattern.compile("<code>((?:[A-Z2-7]{4} ?){8})</code>");
    private static final Pattern RECOVERY = Pattern.compile("<code>((?:[a-z2-7]{4}-){3}[a-z2-7]{4})</code>");

    private TestUser ada;
    private String secret;

    @BeforeEach
    void open() throws Exception {
        ada = TestUser.added("reader");
        String page = ada.get(PAGE).body();
        Matcher found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        secret = found.group(1).replace(" ", "");
        assertThat(page).contains("<svg class=\"qr\"", "h1v1h-1z");
    }

    private String code(int stepsLater) throws Exception {
        return TotpCode.of(secret, stepsLater);
    }

    private HttpResponse<String> confirm(String code) throws Exception {
        return ada.post(PAGE, Map.of("act", "confirm", "code", code, "password", TestUser.PASSWORD));
    }

    @Test
    void givenTheSetup_whenPasswordOrCodeAreWrong_thenNothingIsTurnedOn() throws Exception {
        assertThat(confirm("000000").body()).contains("Wrong code");
        HttpResponse<String> wrong =
                ada.post(PAGE, Map.of("act", "confirm", "code", code(0), "password", "not the password"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(ada.signedInAgain().get(PAGE).body()).contains(">Turn on<");
    }

    @Nested
    class GivenAnActiveFactor {

        private List<String> recoveryCodes;

        @BeforeEach
        void turnOn() throws Exception {
            String page = confirm(code(0)).body();
            recoveryCodes = RECOVERY.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(recoveryCodes).hasSize(10);
            assertThat(ada.get(PAGE).body()).contains("10 recovery codes").doesNotContain(secret, recoveryCodes.get(0));
        }

        @Test
        void whenTheUserSignsIn_thenThePasswordAloneOpensNothing() throws Exception {
            TestUser half = ada.signedInAgain();
            assertThat(half.json("GET", "/api/v1/probes", "").statusCode()).isEqualTo(401);
            assertThat(half.get("/settings/password").statusCode()).isEqualTo(303);
            assertThat(half.get("/login/code").body()).contains("one-time-code");

            assertThat(half.post("/login/code", Map.of("code", "000000")).statusCode())
                    .isEqualTo(401);
            HttpResponse<String> right = half.post("/login/code", Map.of("code", code(1), "to", "/probes"));
            assertThat(right.headers().firstValue("Location")).hasValue("/probes");
            TestUser whole = half.withCookieOf(right);
            assertThat(whole.get("/settings/password").statusCode()).isEqualTo(200);

            TestUser another = ada.signedInAgain();
            assertThat(another.post("/login/code", Map.of("code", code(1))).statusCode())
                    .isEqualTo(401);
            assertThat(another.post("/login/code", Map.of("code", recoveryCodes.get(0)))
                            .statusCode())
                    .isEqualTo(303);
        }

        @Test
        void whenCodesAreGuessed_thenTheyAreLimited() throws Exception {
            TestUser half = ada.signedInAgain();
            for (int i = 0; i < 5; i++) {
                assertThat(half.post("/login/code", Map.of("code", "00000" + i)).statusCode())
                        .isEqualTo(401);
            }
            assertThat(half.post("/login/code", Map.of("code", code(1))).statusCode())
                    .isEqualTo(429);
        }

        @Test
        void whenSomebodyWithoutPasswordOpensThePageForCodes_thenTheyAreSentToSignIn() throws Exception {
            TestUser nobody = TestUser.signedIn(ada.name(), "not the password");
            HttpResponse<String> answer = nobody.post("/login/code", Map.of("code", code(1)));
            assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/login?to=");
        }

        @Test
        void whenAnAdminRemovesIt_thenThePasswordIsEnough() throws Exception {
            TestServer product = TestServer.running();
            String path = "/api/v1/users/" + ada.name();
            assertThat(ada.json("PATCH", path, "{\"removeSecondFactor\": true}").statusCode())
                    .isEqualTo(422);
            TestUser admin = TestUser.added("operator");
            assertThat(admin.get("/settings/access?user=" + ada.name()).body()).contains("Remove second factor");
            HttpResponse<String> removed = admin.json("PATCH", path, "{\"removeSecondFactor\": true}");
            assertThat(removed.statusCode()).isEqualTo(200);
            assertThat(removed.body()).contains("\"secondFactor\":false");
            assertThat(product.get("/api/v1/users").body()).contains("\"secondFactor\":");
            assertThat(ada.signedInAgain().get("/settings/password").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void whenTheUserTurnsItOff_thenThePasswordIsRequired() throws Exception {
            assertThat(ada.post(PAGE, Map.of("act", "remove", "password", "not the password"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(ada.post(PAGE, Map.of("act", "remove", "password", TestUser.PASSWORD))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(ada.get(PAGE).body()).contains(">Turn on<");
        }
    }
}
