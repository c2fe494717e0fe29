package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests every route as every kind of caller, and compares the answer with the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTableIT {

    private static final String ANONYMOUS = "anonymous";
    private static final String PASSWORD = "tidal rocks 4 pearls";
    private static final TestServer PRODUCT = TestServer.running();
    private static final Map<AccessRule, Set<String>> ALLOWED = Map.of(
            AccessRule.PUBLIC,
            Set.of(ANONYMOUS, "viewer", "editor", "admin", "read token", "edit token", "write token"),
            AccessRule.BADGE,
            Set.of(ANONYMOUS, "viewer", "editor", "admin", "read token", "edit token", "write token"),
            AccessRule.VIEW,
            Set.of("viewer", "editor", "admin", "read token", "edit token", "write token"),
            AccessRule.EDIT,
            Set.of("editor", "admin", "edit token", "write token"),
            AccessRule.OWN_ACCOUNT,
            Set.of("viewer", "editor", "admin", "write token"),
            AccessRule.ADMIN,
            Set.of("admin", "write token"));

    /** Header and value by caller. */
    private final Map<String, String[]> callers = new TreeMap<>();

    @BeforeAll
    void signIn() throws Exception {
        for (Map.Entry<String, String> role : Map.of("viewer", "reader", "editor", "editor", "admin", "operator")
                .entrySet()) {
            callers.put(role.getKey(), new String[] {"Cookie", session(role.getValue())});
        }
        for (String scope : Set.of("read", "edit", "write")) {
            callers.put(scope + " token", new String[] {"Authorization", "Bearer " + token(scope)});
        }
        callers.put(ANONYMOUS, new String[] {"Accept-Language", "en"});
    }

    private static String session(String role) throws Exception {
        String name = "table-" + role + "-" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        assertThat(PRODUCT.post(
                                "/api/v1/users",
                                "{\"name\": \"%s\", \"role\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(name, role, PASSWORD))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> answer = PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("user=" + name + "&password=" + PASSWORD.replace(' ', '+')))
                .build());
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("tidemark="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
    }

    private static String token(String scope) throws Exception {
        String name = "table-" + scope + "-" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        String answer = PRODUCT.post("/api/v1/tokens", "{\"name\": \"%s\", \"scope\": \"%s\"}".formatted(name, scope))
                .body();
        return Json.createReader(new StringReader(answer)).readObject().getString("token");
    }

    static Stream<Arguments> routes() {
        return AccessTable.entries().stream()
                .filter(entry ->
                        !entry.method().equals("POST") || !entry.template().matches("/log(in|out)"))
                .map(entry -> arguments(
                        entry.method(),
                        entry.template().replaceAll("\\{\\w+}", "nothing-here").replace("**", "nothing-here"),
                        entry.rule()));
    }

    /** A caller who may pass gets any answer but 401, 403 and the way to the sign-in page: nothing of that name exists. */
    @ParameterizedTest
    @MethodSource("routes")
    void givenARoute_whenEveryKindOfCallerRequestsIt_thenTheTableDecides(String method, String path, AccessRule rule)
            throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, String[]> caller : callers.entrySet()) {
            HttpResponse<String> answer = PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path))
                    .header(
                            "Content-Type",
                            path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded")
                    .header(caller.getValue()[0], caller.getValue()[1])
                    .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(""))
                    .build());
            softly.assertThat(isRejected(path, answer))
                    .as("%s %s by %s: %s", method, path, caller.getKey(), answer.statusCode())
                    .isNotEqualTo(isAllowed(rule, method, path, caller.getKey()));
        }
        softly.assertAll();
    }

    private static boolean isAllowed(AccessRule rule, String method, String path, String caller) {
        boolean isOwnPassword = path.matches("/settings/(password|second-factor)") && caller.endsWith("token");
        boolean isOpenPage = rule == AccessRule.VIEW && method.equals("GET") && !path.matches("/(api|recipients)/.*");
        boolean isOfAnotherUser =
                path.startsWith("/api/v1/users/") && Set.of("viewer", "editor").contains(caller);
        return !isOwnPassword
                && !isOfAnotherUser
                && (ALLOWED.get(rule).contains(caller) || isOpenPage && caller.equals(ANONYMOUS));
    }

    /** The page for the code leads back to the first one when no password has been entered. */
    private static boolean isRejected(String path, HttpResponse<String> answer) {
        return answer.statusCode() == 401
                || answer.statusCode() == 403
                || !path.startsWith("/login")
                        && answer.headers().firstValue("Location").orElse("").startsWith("/login");
    }
}
