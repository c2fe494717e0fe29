package dev.tidemark.prober.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.expectation.ValueSelector;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodyTest {

    @Nested
    class GivenJson {

        private final ResponseBody body = body("""
                {"status": "up", "queues": [{"length": 3}, {"length": "7.5"}], "a key": {"on": true}, "none": null}
                """);

        @ParameterizedTest
        @CsvSource({
            "$.queues[0].length, 3",
            "$.queues[1].length, 7.5",
            "$.queues[-1].length, 7.5",
            "$['a key'].on, 1",
            "$[\"a key\"]['on'], 1"
        })
        void whenAPathSelectsANumber_thenItIsRead(String path, double expected) {
            assertThat(number(body, path)).hasValue(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"$.queues[2].length", "$.queues.length", "$.status", "$.none", "$.missing", "$"})
        void whenItSelectsNone_thenThereIsNone(String path) {
            assertThat(number(body, path)).isEmpty();
        }
    }

    @Nested
    class GivenPrometheusText {

        private final ResponseBody body = body("""
                # HELP http_requests_total The total number of HTTP requests.
                # TYPE http_requests_total counter
                http_requests_total{method="post",code="200"} 1027 1395066363000
                http_requests_total{method="post",code="400"} 3 1395066363000
                path{p="C:\\\\DIR",e="say \\"no {}\\""} 1.458255915e9
                up 1
                limit +Inf
                ratio NaN
                 \tspaced{ a = "b" , } 7
                # TYPE latency histogram
                latency_bucket{le="0.5"} 129 # {trace_id="oHg5SJ}YRHA0"} 0.43 1520879607.789
                latency_bucket{le="+Inf"} 144 # {trace_id="x"} 9.8
                depth{queue="a"} 1
                depth{queue="b\\nc"} 2
                # EOF
                """);

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "up | 1",
                    "spaced | 7",
                    "spaced{a=\"b\"} | 7",
                    "http_requests_total{code=\"400\"} | 3",
                    "http_requests_total{code=\"200\", method=\"post\"} | 1027",
                    "path{p=\"C:\\\\DIR\"} | 1.458255915e9",
                    "path{e=\"say \\\"no {}\\\"\"} | 1.458255915e9",
                    "http_requests_total{code!=\"400\"} | 1027",
                    "http_requests_total{code=~\"4..\"} | 3",
                    "http_requests_total{code!~\"4.*\",} | 1027",
                    "latency_bucket{le=\"0.5\"} | 129"
                })
        void whenALineMatches_thenItsNumberIsRead(String wanted, double expected) {
            assertThat(number(body, wanted)).hasValue(expected);
        }

        @Test
        void whenTwoSeriesHaveTheName_thenTheReasonNamesBoth() {
            assertThat(reason(body, "depth"))
                    .isEqualTo("depth matches 2 series in the response: depth{queue=\"a\"}; depth{queue=\"b\\nc\"}; "
                            + "add labels that select one of them");
            assertThat(reason(body, "http_requests_total{method=\"post\"}")).contains("code=\"200\"", "code=\"400\"");
        }

        @ParameterizedTest
        @CsvSource({"limit, +Inf", "ratio, NaN"})
        void whenTheValueIsNoFiniteNumber_thenTheReasonSaysWhich(String wanted, String value) {
            assertThat(reason(body, wanted))
                    .isEqualTo(wanted + " is " + value + " in the response, which is not a finite number");
        }

        @ParameterizedTest
        @ValueSource(strings = {"down", "http_requests_total{code=\"500\"}", "http_requests", "HELP", "EOF", "latency"})
        void whenNoneMatches_thenThereIsNone(String wanted) {
            assertThat(number(body, wanted)).isEmpty();
        }
    }

    @Test
    void givenNoJson_whenAPathIsEvaluated_thenTheReasonSaysSo() {
        assertThat(reason(body("<html>"), "$.status")).contains("$.status cannot be read: the body is not valid JSON");
        assertThat(reason(body(""), "$.status")).contains("the body is empty");
    }

    private static ResponseBody body(String text) {
        return ResponseBody.of(new ResponseHeaders(List.of()), text.getBytes(UTF_8), 2_000_000);
    }

    private static OptionalDouble number(ResponseBody body, String where) {
        return body.number(ValueSelector.parse(where)).value();
    }

    private static String reason(ResponseBody body, String where) {
        NumberLookup lookup = body.number(ValueSelector.parse(where));
        assertThat(lookup.value()).isEmpty();
        return lookup.reason().orElseThrow().toString();
    }
}
