package dev.tidemark.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.stream.JsonParsingException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {

    @Nested
    class GivenAProblem {

        @Test
        void whenItIsWritten_thenItIsRfc9457() {
            Problem problem =
                    new Problem(422, "Invalid", "1 fault", List.of(new Problem.Error("/samples", "samples 0")));
            assertThat(problem.json("/api/v1/probes"))
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Invalid\",\"status\":422,\"detail\":\"1 fault\","
                            + "\"instance\":\"/api/v1/probes\","
                            + "\"errors\":[{\"pointer\":\"/samples\",\"detail\":\"samples 0\"}]}");
        }
    }

    @Nested
    class GivenAnException {

        @Test
        void whenItIsAProblem_thenThatIsTold() {
            Problem problem = new Problem(409, "Conflict", "taken", List.of());
            assertThat(ProblemMapper.problem(new ProblemException(problem))).isEqualTo(problem);
        }

        @Test
        void whenTheJsonIsBroken_thenTheCallerIsToBlame() {
            assertThat(ProblemMapper.problem(new JsonParsingException("x", null))
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void whenItIsABug_thenItsMessageStaysHere() {
            Problem problem = ProblemMapper.problem(new IllegalStateException("password=geheim"));
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.json("/")).doesNotContain("geheim");
        }
    }
}
