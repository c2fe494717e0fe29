package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HealthIT {
    private final TestServer product = TestServer.running();

    @Nested
    class GivenARunningServer {
        @Test
        void whenHealthIsQueried_thenTheDatabaseIsUp() throws IOException, InterruptedException {
            var answer = product.get("/health");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"", "\"name\":\"database\"", "\"name\":\"disk\"");
        }

        @Test
        void whenLivenessIsQueried_thenTheDatabaseIsNotChecked() throws IOException, InterruptedException {
            var answer = product.get("/health/live");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("database");
        }
    }
}
