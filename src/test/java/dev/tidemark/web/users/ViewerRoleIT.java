package dev.tidemark.web.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A viewer can call nothing that changes data, according to the OpenAPI description and the servlet mappings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewerRoleIT {

    private static final Set<String> CHANGING = Set.of("post", "put", "patch", "delete");
    private static final TestServer PRODUCT = TestServer.running();

    private TestUser reader;
    private ApiClient script;

    @BeforeAll
    void come() throws Exception {
        reader = TestUser.added("reader");
        script = ApiClient.added("read");
    }

    static Stream<Arguments> changes() throws Exception {
        HttpResponse<String> openapi = PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at("/openapi?format=JSON"))
                .header("Accept", "application/json")
                .build());
        JsonObject paths =
                Json.createReader(new StringReader(openapi.body())).readObject().getJsonObject("paths");
        return paths.keySet().stream().flatMap(path -> paths.getJsonObject(path).keySet().stream()
                .filter(CHANGING::contains)
                .map(method ->
                        arguments(method.toUpperCase(Locale.ROOT), path.replaceAll("\\{\\w+}", "somebody-else"))));
    }

    /** Paths of servlets, except for signing in or out and for signed links. */
    static Stream<String> servlets() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.tidemark").stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .map(type -> type.reflect().getAnnotation(WebServlet.class))
                        .flatMap(servlet -> Stream.of(servlet.urlPatterns(), servlet.value())
                                .flatMap(Arrays::stream))
                        .map(pattern -> pattern.replace("*", "x"))
                        .filter(path -> !path.matches(
                                "/(login(/.*)?|logout|letters/.*|health.*|metrics|favicon.ico|assets/.*)"))
                        .distinct();
    }

    @Test
    void givenTheOpenApiDescription_whenItIsRead_thenItContainsTheTestedPaths() throws Exception {
        assertThat(changes().map(one -> List.of(one.get())))
                .contains(
                        List.of("POST", "/api/v1/probes"),
                        List.of("DELETE", "/api/v1/users/somebody-else"),
                        List.of("POST", "/api/v1/tokens"));
        assertThat(servlets()).contains("/actions/x", "/actions/window-end");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void givenTheApi_whenAViewerOrAReadOnlyTokenChangesData_thenTheStatusIs403(String method, String path)
            throws Exception {
        for (HttpResponse<String> answer : List.of(reader.json(method, path, "{}"), script.json(method, path, "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @MethodSource("servlets")
    void givenAServlet_whenAViewerPosts_thenAPageExplainsTheRejection(String path) throws Exception {
        HttpResponse<String> answer = reader.post(path, Map.of("probe", "somebody-else"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("is a viewer", "Back to overview");
    }

    @Nested
    class GivenPages {

        @ParameterizedTest
        @ValueSource(strings = {"/settings/access", "/probes/new", "/recipients/new"})
        void whenAViewerOpensPagesForAdmins_thenTheStatusIs403(String path) throws Exception {
            HttpResponse<String> answer = reader.get(path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains(reader.name(), "is a viewer");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/", "/settings", "/incidents", "/api/v1/probes", "/api/v1/incidents", "/api/v1/markers"})
        void whenAViewerReads_thenItIsAllowed(String path) throws Exception {
            assertThat(reader.get(path).statusCode()).isEqualTo(200);
        }

        @Test
        void whenAViewerOpensThePage_thenThereIsNoButtonForANewProbeAndTheUserIsShown() throws Exception {
            assertThat(reader.get("/").body())
                    .contains(reader.name() + "</b> (viewer)")
                    .doesNotContain("href=\"/probes/new\"");
            assertThat(TestUser.added("operator").get("/").body()).contains("href=\"/probes/new\"");
        }
    }

    @Nested
    class GivenUsersAndTokens {

        @ParameterizedTest
        @ValueSource(strings = {"/api/v1/users", "/api/v1/tokens"})
        void whenAViewerRequestsThem_thenTheStatusIs403(String path) throws Exception {
            assertThat(reader.get(path).statusCode()).isEqualTo(403);
            assertThat(script.json("GET", path, "").statusCode()).isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/v1/users", "/api/v1/tokens", "/api/v1/%75sers", "/api/v1/users;a=b"})
        void whenAnAnonymousClientOnLoopbackRequestsThem_thenTheStatusIs401(String path) throws Exception {
            HttpResponse<String> answer = PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path))
                    .header("Sec-Fetch-Site", "same-origin")
                    .build());
            assertThat(answer.statusCode()).isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/settings/access", "/settings/password"})
        void whenAnAnonymousClientOnLoopbackOpensThePage_thenItRedirectsToSignIn(String path) throws Exception {
            HttpResponse<String> answer =
                    PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path)).build());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/login?to=%2Fsettings%2F");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/users/users.xhtml", "/users/users.xhtml;a=b", "/users/users.xhtml/"})
        void whenTheTemplateIsRequested_thenItIsNotFound(String path) throws Exception {
            HttpResponse<String> answer =
                    PRODUCT.send(HttpRequest.newBuilder(PRODUCT.at(path)).build());
            assertThat(answer.statusCode()).isIn(303, 403, 404);
            assertThat(answer.body()).doesNotContain("TIDEMARK_API_TOKEN");
        }
    }
}
