package dev.tidemark.web.users;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.ThreadLocalRandom;

/** An API client with its own token. */
record ApiClient(String id, String name, String secret) {

    private static final TestServer PRODUCT = TestServer.running();

    static ApiClient added(String scope) throws Exception {
        String name = "script-" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        JsonObject made = read(PRODUCT.post("/api/v1/tokens", """
                {"name": "%s", "scope": "%s"}""".formatted(name, scope)));
        return new ApiClient(made.getString("id"), name, made.getString("token"));
    }

    HttpResponse<String> json(String method, String path, String body) throws Exception {
        return PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    static JsonObject read(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
