package dev.tidemark.prober.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodyTest {

    @Nested
    class GivenJson {

        private final ResponseBody body = new ResponseBody("""
                {"status": "up", "queues": [{"length": 3}, {"length": "7.5"}], "a key": {"on": true}, "none": null}
                """.getBytes(UTF_8));

        @ParameterizedTest
        @CsvSource({
            "$.queues[0].length, 3",
            "$.queues[1].length, 7.5",
            "$.queues[-1].length, 7.5",
            "$['a key'].on, 1",
            "$[\"a key\"]['on'], 1"
        })
        void whenAPathSelectsANumber_thenItIsRead(String path, double expected) {
            assertThat(body.number(path)).hasValue(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"$.queues[2].length", "$.queues.length", "$.status", "$.none", "$.missing", "$..length", "$"
                })
        void whenItSelectsNone_thenThereIsNone(String path) {
            assertThat(body.number(path)).isEmpty();
        }

        @Test
        void whenAPathSelectsAString_thenItIsReadWithoutQuotes() {
            assertThat(body.at("$.status").map(JsonPath::text)).contains("up");
            assertThat(body.at("$.queues[0].length").map(JsonPath::text)).contains("3");
            assertThat(body.at("$.none").map(JsonPath::text)).contains("null");
        }
    }

    @Nested
    class GivenPrometheusText {

        private final ResponseBody body = new ResponseBody("""
                # HELP http_requests_total The total number of HTTP requests.
                # TYPE http_requests_total counter
                http_requests_total{method="post",code="200"} 1027 1395066363000
                http_requests_total{method="post",code="400"} 3 1395066363000
                path{p="C:\\\\DIR",e="say \\"no {}\\""} 1.458255915e9
                up 1
                limit +Inf
                """.getBytes(UTF_8));

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "up | 1",
                    "http_requests_total{code=\"400\"} | 3",
                    "http_requests_total{code=\"200\", method=\"post\"} | 1027",
                    "http_requests_total | 1027",
                    "path{p=\"C:\\\\DIR\"} | 1.458255915e9",
                    "limit | Infinity"
                })
        void whenALineMatches_thenItsNumberIsRead(String wanted, double expected) {
            assertThat(body.number(wanted)).hasValue(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"down", "http_requests_total{code=\"500\"}", "http_requests", "HELP"})
        void whenNoneMatches_thenThereIsNone(String wanted) {
            assertThat(body.number(wanted)).isEmpty();
        }
    }

    @Test
    void givenNoJson_whenAPathIsEvaluated_thenThereIsNoValue() {
        assertThat(new ResponseBody("<html>".getBytes(UTF_8)).at("$.status")).isEmpty();
        assertThat(new ResponseBody(new byte[0]).at("$.status")).isEmpty();
    }
}
