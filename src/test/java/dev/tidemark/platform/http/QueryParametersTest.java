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
        @ValueSource(strings = {"1M", "PT0S", "-PT1S", "PT999999999H"})
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

    @Nested
    class GivenAnUnknownParameter {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "tags | Unknown parameter \"tags\". Did you mean \"tag\"?",
                    "Limit | Unknown parameter \"Limit\". Did you mean \"limit\"?",
                    "lmit | Unknown parameter \"lmit\". Did you mean \"limit\"?",
                    "offset | Unknown parameter \"offset\". Valid parameters: limit, tag.",
                })
        void whenItIsRefused_thenTheNearestOrAllKnownOnesAreNamed(String name, String expected) {
            given.add(name, "1");
            query.limit();
            query.all("tag", text -> text);

            assertThat(refusal().problem().errors()).singleElement().satisfies(error -> {
                assertThat(error.pointer()).isEqualTo("/" + name);
                assertThat(error.detail()).hasToString(expected);
            });
        }

        @Test
        void whenThereAreNone_thenThatIsSaid() {
            given.add("v", "1");

            assertThat(refusal().problem().errors().get(0).detail())
                    .hasToString("Unknown parameter \"v\". This resource has no query parameters.");
        }
    }

    @Nested
    class GivenARepeatedParameter {
        @Test
        void whenItMayBeGivenOnce_thenThatIsAnError() {
            given.addAll("limit", "1", "2");
            query.limit();

            assertThat(refusal().problem().errors().get(0).detail())
                    .hasToString("limit is given 2 times. Give it once.");
        }

        @Test
        void whenItMayBeRepeated_thenAllValuesCount() {
            given.addAll("tag", "a", "", "b");

            assertThat(query.all("tag", text -> text)).containsExactly("a", "b");
        }
    }

    @Nested
    class GivenAChoice {
        @ParameterizedTest
        @CsvSource({"true, true", "TRUE, true", "false, false", ", false"})
        void whenItIsAFlag_thenItIsTrueOrFalse(String text, boolean expected) {
            given.add("dryRun", text);

            assertThat(query.flag("dryRun")).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"yes", "1", "ture", "on"})
        void whenItIsAnythingElse_thenThatIsAnError(String text) {
            given.add("dryRun", text);
            query.flag("dryRun");

            assertThat(refusal().problem().errors().get(0).pointer()).isEqualTo("/dryRun");
        }
    }

    @Nested
    class GivenTwoInstants {
        @ParameterizedTest
        @CsvSource({"2026-03-10, 2026-03-11, 0", "2026-03-10, 2026-03-10, 1", "2026-03-11, 2026-03-10, 1"})
        void whenTheFirstIsNotEarlier_thenThatIsAnError(String from, String to, int errors) {
            given.add("from", from);
            given.add("to", to);
            query.requireOrder(query.instant("from"), query.instant("to"));

            assertThat(refusal() == null ? 0 : refusal().problem().errors().size())
                    .isEqualTo(errors);
        }
    }

    private ProblemException refusal() {
        return catchThrowableOfType(ProblemException.class, query::requireValid);
    }
}
