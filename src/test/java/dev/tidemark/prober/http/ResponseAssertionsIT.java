package dev.tidemark.prober.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseAssertionsIT {

    private static final String JSON = """
            {"status": "UP", "t": true, "f": false, "null": null, "n": 1.50, "e": 1e2, "int": 100, "one": 1, "sone": "1",
             "strue": "true", "snull": "null", "empty": "", "big": 9007199254740993, "huge": 123456789012345678901234567890.5,
             "beyond": 1e400, "neg": -3, "a": [1.0, "x", null, {"k": 2}], "o": {"b": 1, "a": [true]}, "text": "version 2.10.1"}
            """;

    private static RawCheck check;

    @BeforeAll
    static void open() {
        check = new RawCheck();
    }

    @AfterAll
    static void close() {
        check.close();
    }

    private static Outcome json(String body, String assertions) throws IOException {
        return check.outcome(
                RawServer.response("Content-Type: application/json\r\n", body.getBytes(UTF_8)),
                "{json: {" + assertions + "}}");
    }

    @Nested
    class GivenJson {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$.null: null",
                    "$.null: ~",
                    "$.null: ",
                    "$.t: true",
                    "$.f: false",
                    "$.n: 1.5",
                    "$.n: 1.500",
                    "$.e: 100",
                    "$.e: 1e2",
                    "$.int: 1E+2",
                    "$.int: 100.0",
                    "$.big: 9007199254740993",
                    "$.huge: 123456789012345678901234567890.50",
                    "$.beyond: {'>': 1e308}",
                    "$.n: {'<': 2, '<=': 1.5, '>': 1, '>=': 1.5, '!=': 1.51}",
                    "$.neg: {'<': 0}",
                    "$.status: UP",
                    "$.sone: '1'",
                    "$.strue: 'true'",
                    "$.snull: 'null'",
                    "$.empty: ''",
                    "$.status: {'!=': DOWN}",
                    "$.status: {'!=': null}",
                    "$.sone: {'!=': 1}",
                    "$.a: [1, x, null, {k: 2.0}]",
                    "$.o: {equals: {a: [true], b: 1}}",
                    "$.a: {contains: [1, null, {k: 2}], notContains: [2, y]}",
                    "$.text: {contains: '2.10', notContains: beta}",
                    "$.text: {matches: '^version \\d+\\.\\d+', notMatches: '(?i)BETA'}",
                    "$.int: {matches: '^\\d+$'}",
                    "$.gone: {absent: true}",
                    "$.null: {absent: false}",
                    "$.empty: {absent: false}",
                    "$.one: {text: '1'}",
                    "$.sone: {text: '1'}",
                    "$.t: {text: 'true'}",
                    "'$.a[-1].k': 2",
                    "'$.a[0]': {'==': 1, '>=': 1}"
                })
        void whenTheAssertionHolds_thenTheRunIsOk(String assertion) throws IOException {
            assertThat(json(JSON, assertion)).isEqualTo(Outcome.ok());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "$.status: null | $.status is \"UP\", expected null",
                    "$.missing: null | $.missing is missing, expected null",
                    "$.missing: up | $.missing is missing, expected \"up\"",
                    "$.null: up | $.null is null, expected \"up\"",
                    "$.null: {absent: true} | $.null is null, expected no value",
                    "$.missing: {absent: false} | $.missing is missing, expected any value",
                    "$.missing: {'!=': 1} | $.missing is missing, expected anything but 1",
                    "$.t: false | $.t is true, expected false",
                    "$.strue: true | $.strue is \"true\" (string), expected true (boolean)",
                    "$.t: 'true' | $.t is true (boolean), expected \"true\" (string)",
                    "$.one: '1' | $.one is 1 (number), expected \"1\" (string)",
                    "$.sone: 1 | $.sone is \"1\" (string), expected 1 (number)",
                    "$.snull: null | $.snull is \"null\" (string), expected null (null)",
                    "$.one: true | $.one is 1, expected true",
                    "$.status: up | $.status is UP, expected up",
                    "$.big: 9007199254740992 | $.big is 9007199254740993, expected 9007199254740992",
                    "$.n: {'<': 1.5} | $.n is 1.50, expected < 1.5",
                    "$.n: {'>': 1.5} | $.n is 1.50, expected > 1.5",
                    "$.n: {'>=': 1.51} | $.n is 1.50, expected ≥ 1.51",
                    "$.n: {'<=': 1.49} | $.n is 1.50, expected ≤ 1.49",
                    "$.sone: {'<': 5} | $.sone is \"1\", expected < 5",
                    "$.null: {'<': 5} | $.null is null, expected < 5",
                    "$.int: {'!=': 1e2} | $.int is 100, expected anything but 1E+2",
                    "$.a: [1, x, null] | expected [1,\"x\",null]",
                    "$.o: {equals: {b: 1}} | $.o is {\"b\":1,\"a\":[true]}, expected {\"b\":1}",
                    "$.text: {matches: '^v3'} | $.text is version 2.10.1, expected to match ^v3",
                    "$.text: {notMatches: '\\d'} | expected not to match",
                    "$.text: {contains: beta} | $.text is version 2.10.1, expected to contain beta",
                    "$.a: {notContains: x} | expected not to contain \"x\"",
                    "$.null: {notContains: x} | $.null is null, expected not to contain \"x\"",
                    "$.a: {matches: x} | expected to match"
                })
        void whenItDoesNotHold_thenTheDetailShowsWhatWasFound(String assertion, String detail) throws IOException {
            Outcome outcome = json(JSON, assertion);

            assertThat(outcome.kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(outcome.detail()).contains(detail);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "<html> | the body is not valid JSON (line 1, column 1)",
                    "{\"a\": 1 | the body is not valid JSON",
                    "{\"a\": 1} x | the body is not valid JSON",
                    "{\"a\": 01} | the body is not valid JSON",
                    "{\"a\": 1e99999999999} | the body cannot be read as JSON",
                    "~~ | the body is empty",
                    "~  ~ | the body is empty"
                })
        void whenTheBodyIsNoJson_thenThatIsTheFailure(String body, String detail) throws IOException {
            assertThat(json(body, "$.a: 1, $.b: {absent: true}"))
                    .satisfies(outcome -> assertThat(outcome.detail()).startsWith(detail))
                    .extracting(Outcome::kind)
                    .isEqualTo(OutcomeType.STEP_FAILED);
        }

        @Test
        void whenTheBodyIsDeeplyNestedOrHasAVeryLongNumber_thenTheRunStillEndsWithAFailure() throws IOException {
            assertThat(json("[".repeat(100_000), "$.a: 1").kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(json("{\"a\": " + "9".repeat(100_000) + "}", "$.a: 1").kind())
                    .isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(json("{\"a\": 1e999999999}", "$.a: {'>': 1e308}")).isEqualTo(Outcome.ok());
        }
    }

    @Nested
    class GivenHeaders {

        private static final String FIELDS =
                "Content-Type: text/html; charset=utf-8\r\nX-Count: 5\r\nCache-Control: no-store\r\n"
                        + "cache-control:  max-age=60 \r\nSet-Cookie: sid=s3cr3t-value; HttpOnly\r\nSet-Cookie: lang=de\r\nX-Empty:\r\n";

        private Outcome headers(String assertions) throws IOException {
            return check.outcome(RawServer.response(FIELDS, "x".getBytes(UTF_8)), "{headers: {" + assertions + "}}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "content-type: text/html; charset=utf-8",
                    "Content-Type: {contains: html}",
                    "Content-Type: {matches: '(?i)UTF-8$'}",
                    "X-Count: 5",
                    "X-Count: {'>': 4, '<=': 5}",
                    "Cache-Control: no-store",
                    "Cache-Control: max-age=60",
                    "Cache-Control: 'no-store, max-age=60'",
                    "Cache-Control: {contains: [no-store, max-age], notContains: public}",
                    "X-Powered-By: {absent: true}",
                    "X-Empty: {absent: false}",
                    "X-Empty: ''",
                    "Set-Cookie: {contains: HttpOnly}",
                    "Set-Cookie: {matches: '^lang='}",
                    "X-Count: {'!=': 6}",
                    "Content-Length: 1"
                })
        void whenTheAssertionHolds_thenTheRunIsOk(String assertion) throws IOException {
            assertThat(headers(assertion)).isEqualTo(Outcome.ok());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "Content-Type: application/json | header Content-Type is text/html; charset=utf-8, expected application/json",
                    "X-Powered-By: PHP | header X-Powered-By is missing, expected \"PHP\"",
                    "X-Powered-By: {notContains: PHP} | header X-Powered-By is missing, expected not to contain \"PHP\"",
                    "X-Count: {absent: true} | header X-Count is \"5\", expected no value",
                    "X-Gone: {absent: false} | header X-Gone is missing, expected any value",
                    "Cache-Control: {notContains: max-age} | header Cache-Control is no-store, max-age=60, expected not to contain max-age",
                    "Cache-Control: {'!=': no-store} | expected anything but no-store",
                    "X-Count: {'>': 5} | header X-Count is \"5\", expected > 5",
                    "Content-Type: {'>': 5} | expected > 5",
                    "Content-Type: {matches: json} | expected to match json",
                    "Set-Cookie: {contains: Secure} | header Set-Cookie is sid=***; HttpOnly, lang=***, expected to contain Secure"
                })
        void whenItDoesNotHold_thenTheDetailShowsWhatWasFound(String assertion, String detail) throws IOException {
            Outcome outcome = headers(assertion);

            assertThat(outcome.kind()).isEqualTo(OutcomeType.STEP_FAILED);
            assertThat(outcome.detail()).contains(detail);
        }
    }

    @Nested
    class GivenText {

        private Outcome text(String expect) throws IOException {
            return check.outcome(RawServer.response("", "Shop 2.10\nAll is well, no error".getBytes(UTF_8)), expect);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{contains: Shop}",
                    "{contains: [Shop, well]}",
                    "{notContains: Error}",
                    "{notContains: [Error, fail]}",
                    "{matches: 'Shop \\d+\\.\\d+'}",
                    "{matches: ['(?i)ALL', '(?m)^All', '(?s)Shop.*error$']}",
                    "{notMatches: '^All'}",
                    "{status: 2xx}",
                    "{status: [404, 200-299]}"
                })
        void whenTheAssertionHolds_thenTheRunIsOk(String expect) throws IOException {
            assertThat(text(expect)).isEqualTo(Outcome.ok());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{contains: [Shop, sale]} | the body does not contain \"sale\"; it begins with \"Shop 2.10 All is well, no error\"",
                    "{notContains: error} | the body contains \"error\"",
                    "{matches: 'v\\d'} | the body does not match \"v\\d\"; it begins with \"Shop 2.10",
                    "{notMatches: 'err\\w+'} | the body matches \"err\\w+\": it contains \"error\"",
                    "{status: [3xx, 404, 500-503]} | 200: expected one of 3xx, 404, 500-503"
                })
        void whenItDoesNotHold_thenTheDetailShowsWhatWasFound(String expect, String detail) throws IOException {
            assertThat(text(expect).detail()).startsWith(detail);
        }

        @Test
        void whenAPatternBacktracksCatastrophically_thenTheRunEnds() throws IOException {
            byte[] response = RawServer.response("", ("a".repeat(50_000) + "!").getBytes(UTF_8));

            assertThat(check.outcome(response, "{matches: '^(a+)+$'}").kind()).isEqualTo(OutcomeType.STEP_FAILED);
        }
    }
}
