package dev.tidemark.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.json.stream.JsonParsingException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {

    @Nested
    class GivenAProblem {

        @Test
        void whenItIsWritten_thenItIsRfc9457() {
            Problem problem = new Problem(
                    422,
                    LocalizedMessage.verbatim("Invalid"),
                    LocalizedMessage.verbatim("1 error"),
                    List.of(new Problem.Error("/samples", LocalizedMessage.verbatim("samples 0"))));
            assertThat(problem.json("/api/v1/probes", Messages.ENGLISH))
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Invalid\",\"status\":422,\"detail\":\"1 error\","
                            + "\"instance\":\"/api/v1/probes\","
                            + "\"errors\":[{\"pointer\":\"/samples\",\"detail\":\"samples 0\"}]}");
        }
    }

    @Nested
    class GivenAnException {

        @Test
        void whenItIsAProblem_thenThatIsReported() {
            Problem problem = new Problem(
                    409, LocalizedMessage.verbatim("Conflict"), LocalizedMessage.verbatim("taken"), List.of());
            assertThat(ProblemMapper.problem(new ProblemException(problem))).isEqualTo(problem);
        }

        @Test
        void whenTheJsonIsInvalid_thenItIsAClientError() {
            assertThat(ProblemMapper.problem(new JsonParsingException("x", null))
                            .status())
                    .isEqualTo(400);
        }

        @Test
        void whenItIsABug_thenItsMessageIsNotReturned() {
            Problem problem = ProblemMapper.problem(new IllegalStateException("password=geheim"));
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.json("/", Messages.ENGLISH)).doesNotContain("geheim");
        }
    }
}
