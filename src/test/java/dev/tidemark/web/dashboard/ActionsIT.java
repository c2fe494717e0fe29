package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionsIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final Path FILE = PRODUCT.probes().resolve("of-a-file.yaml");
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private static HttpResponse<String> press(String action, String form) throws IOException, InterruptedException {
        return PRODUCT.send(PRODUCT.request("/actions/" + action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    @AfterAll
    static void leave() throws IOException {
        Files.deleteIfExists(FILE);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Nested
    class GivenAProbeThatAFileDefines {

        @Test
        void whenItIsPaused_thenItsPageExplainsTheRejection() throws Exception {
            Files.writeString(FILE, "id: of-a-file\nurl: http://127.0.0.1:9/\nevery: P1D\nenabled: false\n");
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (PRODUCT.get("/api/v1/probes/of-a-file").statusCode() != 200 && System.nanoTime() < end) {
                Thread.sleep(250);
            }

            HttpResponse<String> answer = press("resume", "probe=of-a-file");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).startsWith("/probes/of-a-file?told=").doesNotContain("file+", "file%20");
            assertThat(PRODUCT.get(location(answer)).body()).contains("of-a-file.yaml", "role=\"status\"");
        }
    }

    @Nested
    class GivenAnUnknownId {

        @ParameterizedTest
        @ValueSource(strings = {"", "action=", "action=delete", "action=ACKNOWLEDGE"})
        void whenNoButtonOfAnIncidentIsNamed_thenItIsNotFound(String form) throws Exception {
            assertThat(press("incident", form).statusCode()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"incident=nonsense", "incident=", "other=1", "back=//evil.example/"})
        void whenNoIncidentIsSelected_thenTheListSaysSo(String form) throws Exception {
            HttpResponse<String> answer = press("incident", "action=acknowledge&" + form);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).startsWith("/incidents?told=");
            assertThat(PRODUCT.get(location(answer)).body()).contains("No incident was selected.");
        }

        @Test
        void whenANotificationIsRetried_thenItRedirectsBack() throws Exception {
            HttpResponse<String> answer = press("letter-again", "letter=nonsense");

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(location(answer)).isEqualTo("/settings#letters");
        }
    }
}
