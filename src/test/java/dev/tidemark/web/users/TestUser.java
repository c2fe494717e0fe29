package dev.tidemark.web.users;

import dev.tidemark.it.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A signed-in user, over HTTP. */
final class TestUser {

    static final String PASSWORD = "a password of the tests";

    private static final TestServer PRODUCT = TestServer.running();

    private final String name;
    private final String cookie;

    private TestUser(String name, String cookie) {
        this.name = name;
        this.cookie = cookie;
    }

    /** Creates a user and signs in. */
    static TestUser added(String role) throws Exception {
        String name = role + "-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        PRODUCT.post("/api/v1/users", """
                {"name": "%s", "role": "%s", "password": "%s"}""".formatted(name, role, PASSWORD));
        return signedIn(name, PASSWORD);
    }

    static TestUser signedIn(String name, String password) throws Exception {
        HttpResponse<String> answer = PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("user", name, "password", password))))
                .build());
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("none");
        return new TestUser(name, cookie.split(";")[0]);
    }

    String name() {
        return name;
    }

    String cookie() {
        return cookie;
    }

    /** Signs in again in another session. */
    TestUser signedInAgain() throws Exception {
        return signedIn(name, PASSWORD);
    }

    TestUser withCookieOf(HttpResponse<String> answer) {
        return new TestUser(
                name, answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    HttpResponse<String> get(String path) throws Exception {
        return PRODUCT.send(request(path).build());
    }

    HttpResponse<String> json(String method, String path, String body) throws Exception {
        return PRODUCT.send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return PRODUCT.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(PRODUCT.at(path)).header("Cookie", cookie);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
