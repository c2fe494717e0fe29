package dev.tidemark.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tidemark.launcher.server.Tidemark;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * A complete server: the built WAR in the provisioned WildFly, with a real PostgreSQL, a real Chromium and an SMTP
 * server. Started by the launcher on first use, once per test process, and stopped at its end.
 *
 * <p>For tests from outside, over HTTP: {@code TestServer server = TestServer.running();} then {@code server.get("/api/v1/probes")}.
 * Create probes through the API, with unique ids, as all tests share the database. E-mails arrive in {@link #mail()}.
 *
 * <p>For tests inside the server: annotate the class with {@code @ArquillianTest} and deploy {@link ContainerTestArchive#war(Class)}.
 *
 * <p>Requires the build output of {@code mvn verify}; run {@code mvn -q package -DskipTests} before starting a test in an IDE.
 */
public final class TestServer {
    /** The API token, set at startup. */
    public static final String TOKEN = "token-of-the-integration-tests";
    /** The password of the user {@code admin}, set at startup. */
    public static final String ADMIN_PASSWORD = "password-of-the-integration-tests";

    /** Of the directories of this server: the test processes run side by side. */
    private static final String NAME = "it" + System.getProperty("tidemark.it.fork", "");

    private static final TestServer RUNNING = start();

    private final Map<String, String> settings;
    private final Tidemark tidemark;
    private final TestDatabase database;
    private final GreenMail mail;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(Map<String, String> settings, Tidemark tidemark, TestDatabase database, GreenMail mail) {
        this.settings = Map.copyOf(settings);
        this.tidemark = tidemark;
        this.database = database;
        this.mail = mail;
    }

    public static TestServer running() {
        return RUNNING;
    }

    /** Starts a separate server with an empty database; the caller must close it. */
    public static Tidemark untouched() throws IOException, SQLException {
        return another("first", Map.of());
    }

    /**
     * Another one with an empty database and the mail server of the shared one; to be closed.
     *
     * @param name of its folders
     * @param more settings that differ from those of the shared one
     */
    static Tidemark another(String name, Map<String, String> more) throws IOException, SQLException {
        Map<String, String> settings = ServerSettings.of(
                name, TestDatabase.empty(), RUNNING.mail.getSmtp().getPort());
        settings.putAll(more);
        return Tidemark.start(settings);
    }

    /**
     * Settings of another node with the database and the mail server of the shared one, for {@link Tidemark#start}. Its data
     * directory is {@code target/NAME-data}.
     */
    static Map<String, String> nodeSettings(String name) throws IOException {
        return ServerSettings.of(name, RUNNING.database, RUNNING.mail.getSmtp().getPort());
    }

    /** The URL of a page or resource: {@code at("/health")}. */
    public URI at(String path) {
        return URI.create(tidemark.address()).resolve(path);
    }

    /** Connection to the database of the server. */
    public TestDatabase database() {
        return database;
    }

    /** The SMTP server that receives its e-mails. */
    public GreenMail mail() {
        return mail;
    }

    /** The directory of probe files; initially empty. */
    public Path probes() {
        return BuildDirectory.folder(NAME + "-probes");
    }

    /** The directory of its logs. */
    public Path logFolder() {
        return BuildDirectory.folder(NAME + "-data").resolve("log");
    }

    /** GET with the API token. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** POST of JSON with the API token. */
    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Its settings, for other commands of the launcher. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** A request builder with the API token. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + TOKEN);
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static TestServer start() {
        try {
            TestDatabase database = TestDatabase.empty();
            GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            Map<String, String> settings =
                    ServerSettings.of(NAME, database, mail.getSmtp().getPort());
            Tidemark tidemark = Tidemark.start(settings);
            TestDatabase.endBefore(tidemark::close);
            System.setProperty(
                    "tidemark.it.server", BuildDirectory.folder("server").toString());
            System.setProperty("tidemark.it.management.port", String.valueOf(tidemark.managementPort()));
            return new TestServer(settings, tidemark, database, mail);
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("The product cannot be started for the tests", failed);
        }
    }
}
