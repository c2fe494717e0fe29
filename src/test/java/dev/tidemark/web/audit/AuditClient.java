package dev.tidemark.web.audit;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** Changes data over HTTP as an admin, with the token of the tests or signed in, and reads the audit log. */
final class AuditClient {

    private static final TestServer PRODUCT = TestServer.running();

    private String cookie = "";
    private String answer = "";

    /** Signs in as the user admin. */
    static AuditClient signedIn() throws Exception {
        return signedIn("admin", TestServer.ADMIN_PASSWORD);
    }

    static AuditClient signedIn(String user, String password) throws Exception {
        AuditClient client = new AuditClient();
        client.cookie = client.form("/login", "user", user, "password", password)
                .headers()
                .firstValue("Set-Cookie")
                .orElse("none")
                .split(";")[0];
        return client;
    }

    String cookie() {
        return cookie;
    }

    HttpResponse<String> json(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = PRODUCT.request("/api/v1" + path)
                .header("Content-Type", path.startsWith("/apply") ? "application/yaml" : "application/json")
                .method(method, BodyPublishers.ofString(body));
        return remembered(PRODUCT.send((headers.length == 0 ? request : request.headers(headers)).build()));
    }

    HttpResponse<String> form(String path, String... namesAndValues) throws Exception {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return remembered(PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", cookie.isEmpty() ? "none=none" : cookie)
                .POST(BodyPublishers.ofString(String.join("&", fields)))
                .build()));
    }

    private HttpResponse<String> remembered(HttpResponse<String> response) {
        answer = response.statusCode() + " " + response.body();
        return response;
    }

    /** The last response to a change, for messages of failures. */
    String answer() {
        return answer;
    }

    HttpResponse<String> get(String path) throws Exception {
        return PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path))
                .header("Cookie", cookie)
                .build());
    }

    /** The ID of the newest entry. */
    static long newest() throws Exception {
        List<JsonObject> newest = entries("limit=1");
        return newest.isEmpty() ? 0 : id(newest.get(0));
    }

    /** Entries after an ID, newest first. */
    static List<JsonObject> since(long last) throws Exception {
        return entries("limit=100").stream().filter(entry -> id(entry) > last).toList();
    }

    static List<JsonObject> entries(String query) throws Exception {
        return read(PRODUCT.get("/api/v1/audit?" + query)).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    static JsonObject read(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    static long id(JsonObject entry) {
        return Long.parseLong(entry.getString("id"));
    }

    static void sql(String statement, Object... values) throws Exception {
        try (Connection connection = PRODUCT.database().connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int index = 0; index < values.length; index++) {
                prepared.setObject(index + 1, values[index]);
            }
            prepared.executeUpdate();
        }
    }
}
