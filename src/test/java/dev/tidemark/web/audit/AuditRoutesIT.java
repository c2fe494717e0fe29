package dev.tidemark.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tidemark.it.SourceAddress;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.support.PageRoute;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that changes data leaves an entry in the audit log, and no secret in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditRoutesIT {

    private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");
    private static final TestServer PRODUCT = TestServer.running();
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final List<AuditedRoutes.Row> ROWS = AuditedRoutes.all();

    private AuditClient client;
    private long first;

    static List<AuditedRoutes.Row> rows() {
        return ROWS;
    }

    @BeforeAll
    void signIn() throws Exception {
        client = AuditClient.signedIn();
        first = AuditClient.newest();
    }

    @Test
    @Order(1)
    void givenTheOpenApiDocument_whenItsRoutesAreListed_thenEachThatChangesDataIsTested() throws Exception {
        JsonObject paths = AuditClient.read(PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at("/openapi?format=JSON"))
                        .header("Accept", "application/json")
                        .build()))
                .getJsonObject("paths");
        List<String> routes = paths.keySet().stream()
                .flatMap(path -> paths.getJsonObject(path).keySet().stream()
                        .filter(CHANGING::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path))
                .filter(route -> !AuditedRoutes.COMPUTING.contains(route))
                .toList();

        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(tested()).containsAll(routes);
    }

    @Test
    @Order(1)
    void givenTheServletsAndPages_whenTheyAreListed_thenEachThatAcceptsAFormIsTested() {
        assertThat(servlets()).contains("/actions/*", "/actions/window-end");
        assertThat(pages()).contains("/settings/password");
        // Signed links: IncidentNotificationIT. The second factor: SecondFactorsIT.
        Set<String> elsewhere = Set.of("/login/code", "/settings/second-factor");
        assertThat(Stream.concat(servlets(), pages())
                        .filter(path -> !path.startsWith("/letters/") && !elsewhere.contains(path)))
                .isSubsetOf(tested());
    }

    private static List<String> tested() {
        return ROWS.stream().map(AuditedRoutes.Row::route).toList();
    }

    private static Stream<String> servlets() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.tidemark").stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .filter(type -> type.tryGetMethod(
                                        "doPost",
                                        "jakarta.servlet.http.HttpServletRequest",
                                        "jakarta.servlet.http.HttpServletResponse")
                                .isPresent())
                        .flatMap(type -> Stream.of(
                                        type.reflect()
                                                .getAnnotation(WebServlet.class)
                                                .urlPatterns(),
                                        type.reflect()
                                                .getAnnotation(WebServlet.class)
                                                .value())
                                .flatMap(Arrays::stream))
                        // Reads only: its POST has the path /actions/digest.
                        .filter(path -> !path.equals("/recipients/*"));
    }

    /** The routes of page beans that process forms: those whose code compares the method of the request with POST. */
    private static Stream<String> pages() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.tidemark.web")
                        .stream()
                        .filter(type -> source(type.getName()).contains("equals(\"POST\")"))
                        .flatMap(type -> Arrays.stream(type.reflect().getAnnotationsByType(PageRoute.class)))
                        .map(PageRoute::value);
    }

    private static String source(String type) {
        Path file =
                Path.of("src", "main", "java").resolve(type.replace('.', '/').replaceAll("\\$.*", "") + ".java");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Order(2)
    void givenAChange_whenItIsMade_thenItLeavesAnEntry(AuditedRoutes.Row row) throws Exception {
        long before = AuditClient.newest();

        row.call().make(client);

        assertThat(AuditClient.since(before))
                .as(client.answer())
                .extracting(entry -> entry.getString("action") + " " + entry.getString("objectType"))
                .contains(row.entry());
    }

    @Test
    @Order(3)
    void givenAProbeFile_whenItIsAddedAndRemoved_thenTheEntriesAreThoseOfTheFile() throws Exception {
        Path file = PRODUCT.probes().resolve("audited.yaml");
        Files.writeString(file, "{id: audited-file, url: 'http://127.0.0.1:9/', every: PT1H, enabled: false}\n");
        awaitEntry("action=create&object=probe/audited-file");
        Files.delete(file);
        awaitEntry("action=delete&object=probe/audited-file");
    }

    private static void awaitEntry(String query) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (AuditClient.entries(query).isEmpty()) {
            assertThat(System.nanoTime()).as(query).isLessThan(deadline);
            Thread.sleep(200);
        }
        assertThat(AuditClient.entries(query)).singleElement().satisfies(entry -> {
            assertThat(entry.getString("actorKind")).isEqualTo("file");
            assertThat(entry.getString("channel")).isEqualTo("file");
            assertThat(entry.containsKey("address")).isFalse();
        });
    }

    @Test
    @Order(3)
    void givenRefusedRequests_whenTheyAreMade_thenTheirEntriesSayWhy() throws Exception {
        long before = AuditClient.newest();

        // From an address of its own: the entries are limited by address, and other tests are refused as well.
        SourceAddress outsider = new SourceAddress(PRODUCT.at("/"), "127.0.4.1");
        outsider.post("/login", "user=admin&password=wrong");
        outsider.post("/login", "user=my-password-by-mistake&password=wrong");
        client.json("PUT", "/probes/nothing-here", "{}", "If-Match", "*");
        client.json("DELETE", "/recipients/nothing-here", "");
        client.json("POST", "/tokens", "{\"name\": \"TIDEMARK_API_TOKEN\", \"scope\": \"odd\"}");
        outsider.get("/api/v1/probes?secret=in-the-query", AuditedRoutes.SECRET);

        assertThat(AuditClient.since(before))
                .allSatisfy(entry -> assertThat(entry.getString("result")).isEqualTo("refused"))
                .extracting(entry -> entry.getString("action") + " " + entry.getString("objectId") + " "
                        + entry.getJsonObject("after").getInt("status"))
                .containsExactlyInAnyOrder("sign-in admin 401", "sign-in  401", "GET /api/v1/probes 401");
    }

    @Test
    @Order(4)
    void givenTheChanges_whenTheExportsAreRead_thenThereIsNoSecretInThem() throws Exception {
        for (String format : List.of("json&limit=500", "csv", "jsonl")) {
            String export = PRODUCT.get("/api/v1/audit?format=" + format).body();
            assertThat(export)
                    .contains("create", "audit-")
                    .doesNotContain(AuditedRoutes.SECRET, TestServer.TOKEN, TestServer.ADMIN_PASSWORD);
        }
    }

    @Test
    @Order(4)
    void givenTheChanges_whenTheirEntriesAreRead_thenEachSaysWhoAndFromWhere() throws Exception {
        assertThat(AuditClient.entries("result=done&limit=500").stream()
                        .filter(entry -> AuditClient.id(entry) > first)
                        .filter(entry -> entry.getString("channel").matches("page|api")))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.getString("address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
                    assertThat(entry.getString("node")).isNotEmpty();
                    boolean page = entry.getString("channel").equals("page");
                    assertThat(entry.getString("actorKind")).isEqualTo(page ? "user" : "token");
                    assertThat(entry.getString("actor")).matches(page ? "admin|audit-.*" : "TIDEMARK_API_TOKEN");
                });
    }
}
