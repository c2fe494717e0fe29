package dev.tidemark.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real OpenID provider on the loopback interface, with the realm of {@code keycloak-realm.json}. */
final class Keycloak implements AutoCloseable {

    /** The password of every user of the realm. */
    static final String PASSWORD = "correct horse battery";

    static final String CLIENT_SECRET = "secret-of-the-client-of-the-tests";

    private static final String ADMIN = "admin";
    private static final int PATIENCE_SECONDS = 240;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    private Keycloak(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static Keycloak started() throws IOException, InterruptedException {
        Path home = home();
        Path realm = Files.createDirectories(home.resolve("data/import")).resolve("realm.json");
        try (InputStream source = Objects.requireNonNull(Keycloak.class.getResourceAsStream("keycloak-realm.json"))) {
            Files.write(realm, source.readAllBytes());
        }
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--cache=local",
                        "--db=dev-mem")
                .redirectErrorStream(true)
                .redirectOutput(BuildDirectory.folder("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m -XX:TieredStopAtLevel=1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        Keycloak keycloak = new Keycloak(port, builder.start());
        keycloak.waitUntilReady();
        return keycloak;
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(BuildDirectory.folder("keycloak"))) {
            return folders.filter(one -> Files.exists(one.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/tidemark";
    }

    private void waitUntilReady() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isReady()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                close();
                throw new IllegalStateException("Keycloak does not start; see target/keycloak.log");
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Adds a signing key, which all new tokens are signed with. */
    void rotateKeys() throws Exception {
        admin("POST", "/components", """
                {"name": "rotated", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["1000"], "algorithm": ["RS256"], "keySize": ["2048"]}}""");
    }

    /** Puts a user into one more group. */
    void join(String user, String group) throws Exception {
        String userId = first("/users?exact=true&username=" + user);
        String groupId = first("/groups?search=" + group);
        admin("PUT", "/users/" + userId + "/groups/" + groupId, "{}");
    }

    private String first(String path) throws Exception {
        try (var reader =
                Json.createReader(new StringReader(admin("GET", path, "").body()))) {
            JsonArray found = reader.readArray();
            return found.getJsonObject(0).getString("id");
        }
    }

    private HttpResponse<String> admin(String method, String path, String json) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/realms/tidemark" + path))
                        .header("Authorization", "Bearer " + adminToken())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private String adminToken() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN))
                        .build(),
                BodyHandlers.ofString());
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject token = reader.readObject();
            return token.getString("access_token");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops it at once: nothing of it is kept. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
