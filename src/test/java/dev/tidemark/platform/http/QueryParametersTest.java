package dev.tidemark.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    private final MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();
    private final QueryParameters query = new QueryParameters(given);

    @Nested
    class GivenAnInstant {
        @ParameterizedTest
        @CsvSource({
            "2026-03-10T12:00:00Z, 2026-03-10T12:00:00Z",
            "2026-03-10T12:00:00 01:00, 2026-03-10T11:00:00Z",
            "2026-03-10, 2026-03-10T00:00:00Z"
        })
        void whenItIsRead_thenItIsInUtc(String text, Instant expected) {
            given.add("from", text);

            assertThat(query.instant("from")).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"yesterday", "2026-13-10", "1999-12-31T23:59:59Z", "+100000-01-01T00:00:00Z"})
        void whenItIsInvalid_thenThatIsAnError(String text) {
            given.add("from", text);

            assertThat(query.instant("from")).isEmpty();
            assertThat(refusal().problem().errors()).singleElement().satisfies(error -> {
                assertThat(error.pointer()).isEqualTo("/from");
                assertThat(error.detail()).asString().contains(text);
            });
        }
    }

    @Nested
    class GivenASpan {
        @Test
        void whenItIsRead_thenItIsThat() {
            given.add("step", "PT1H");

            assertThat(query.duration("step")).contains(Duration.ofHours(1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1h", "PT0S", "-PT1S", "PT999999999H"})
        void whenItIsInvalidOrAbsurd_thenThatIsAnError(String text) {
            given.add("step", text);

            assertThat(query.duration("step")).isEmpty();
            assertThat(refusal().problem().errors()).hasSize(1);
        }
    }

    @Nested
    class GivenALimit {
        @ParameterizedTest
        @CsvSource({"1, 1", "500, 500", ", 50"})
        void whenItIsAllowed_thenItCounts(String text, int expected) {
            given.add("limit", text);

            assertThat(query.limit()).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "501", "-1", "many"})
        void whenItIsNot_thenThatIsAnError(String text) {
            given.add("limit", text);
            query.limit();

            assertThat(refusal().problem().status()).isEqualTo(422);
        }
    }

    @Nested
    class GivenThreeErrors {
        @Test
        void whenTheyAreRefused_thenAllErrorsAreReported() {
            given.add("from", "x");
            given.add("step", "y");
            given.add("limit", "z");
            query.instant("from");
            query.duration("step");
            query.limit();

            assertThat(refusal().problem().errors())
                    .extracting(Problem.Error::pointer)
                    .containsExactly("/from", "/step", "/limit");
        }
    }

    private ProblemException refusal() {
        return catchThrowableOfType(ProblemException.class, query::requireValid);
    }
}
