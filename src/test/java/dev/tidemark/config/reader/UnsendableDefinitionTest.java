package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Sendability;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsendableDefinitionTest {

    private static final String PAGE = "id: a\nevery: PT5M\nurl: http://127.0.0.1/\n";

    private static ParsedDefinitions yaml(String text) {
        return DefinitionReader.yaml("a.yaml", text, VariableSubstitution.NONE);
    }

    private static void assertRejected(String text, String message) {
        assertThat(yaml(text).errors()).extracting(ValidationError::toString).anySatisfy(error -> assertThat(error)
                .contains(message));
    }

    private static void assertAccepted(String text) {
        assertThat(yaml(text).errors()).isEmpty();
    }

    @Nested
    class GivenAHeader {

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "Content-Length, 5",
            "content-length, 5",
            "Transfer-Encoding, chunked",
            "Upgrade, h2c",
            "Connection, close",
            "Keep-Alive, timeout=5",
            "TE, trailers",
            "Trailer, X",
            "Expect, 100-continue",
            "HTTP2-Settings, AAMAAABk",
            "Proxy-Authorization, Basic eA==",
            "Proxy-Connection, close",
            "Set-Cookie, a=b",
            "Cookie2, a=b",
        })
        void ofTheConnection_thenItIsRejectedForPagesAndHttpChecks(String name, String value) {
            String headers = "headers: {%s: '%s'}\n".formatted(name, value);

            assertRejected(PAGE + headers, "headers: " + name + " cannot be set");
            assertRejected(PAGE + "kind: http\n" + headers, "headers: " + name + " cannot be set");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"Host, other.example", "Sec-Fetch-Site, none", "X-HTTP-Method-Override, TRACE"})
        void thatOnlyABrowserRefuses_thenItIsRejectedForPages(String name, String value) {
            String headers = "headers: {%s: '%s'}\n".formatted(name, value);

            assertRejected(PAGE + headers, "headers: " + name);
            assertAccepted(PAGE + "kind: http\n" + headers);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "Referer, http://a.example/",
            "User-Agent, Foo",
            "Origin, http://a.example",
            "Cookie, a=b",
            "Accept-Encoding, br",
            "Date, Mon",
            "Via, 1.1 a",
            "DNT, 1",
            "Sec-GPC, 1",
            "Authorization, Bearer x",
            "X-HTTP-Method-Override, PUT",
            "X-A, Grüße €",
            "X_A, ''",
        })
        void thatBrowsersSend_thenItIsAccepted(String name, String value) {
            String headers = "headers: {%s: '%s'}\n".formatted(name, value);

            assertAccepted(PAGE + headers);
            assertAccepted(PAGE + "kind: http\n" + headers);
        }

        @ParameterizedTest
        @ValueSource(strings = {"'X-Ü': 1", "'X A': 1", "'X:A': 1", "':path': 1", "'': 1"})
        void withAnInvalidName_thenItIsRejected(String header) {
            assertRejected(PAGE + "headers: {" + header + "}\n", "is not a valid name");
        }

        @Test
        void withALineBreakOrControlCharacter_thenItIsRejected() {
            assertRejected(PAGE + "headers: {X-A: \"a\\nb\"}\n", "line break");
            assertRejected(PAGE + "headers: {X-A: \"a\\rb\"}\n", "line break");
            assertRejected(PAGE + "headers: {X-A: \"a\\0b\"}\n", "a.yaml:4");
            assertRejected(PAGE + "headers: {X-A: \"a\\x7fb\"}\n", "a.yaml:4");
            assertRejected(PAGE + "profile: {userAgent: \"a\\nb\"}\n", "line break");
        }

        @Test
        void thatIsGivenTwice_thenItIsRejected() {
            assertRejected(PAGE + "headers: {X-Key: a, x-key: b}\n", "X-Key and x-key are the same header");
        }
    }

    @Nested
    class GivenACookie {

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '§',
                value = {
                    "a: '1; 2'             | the value of a contains \";\" (U+003B)",
                    "a: \"1\\t2\"            | the value of a contains U+0009",
                    "a: \"1\\n2\"            | the value of a contains U+000A",
                    "a: ' 1'               | a begins or ends with a space",
                    "a: '1 '               | a begins or ends with a space",
                    "'a;b': 1              | the name \"a;b\" contains \";\"",
                    "'a=b': 1              | the name \"a=b\" contains \"=\"",
                    "\"a\\nb\": 1            | contains U+000A",
                    "'': 1                 | the name is empty",
                    "' a': 1               | begins or ends with a space",
                    "__Host-a: 1           | requires an https URL",
                    "__host-a: 1           | requires an https URL",
                    "__Secure-a: 1         | requires an https URL",
                    "__Http-a: 1           | requires an https URL",
                })
        void thatNoBrowserTakes_thenItIsRejectedForPagesAndHttpChecks(String cookie, String message) {
            assertRejected(PAGE + "cookies: {" + cookie + "}\n", message);
            assertRejected(PAGE + "kind: http\ncookies: {" + cookie + "}\n", message);
        }

        @Test
        void thatIsTooLong_thenItIsRejected() {
            assertAccepted(PAGE + "cookies: {a: " + "x".repeat(4095) + "}\n");
            assertRejected(PAGE + "cookies: {a: " + "x".repeat(4096) + "}\n", "longer than 4096 bytes");
            assertRejected(PAGE + "cookies: {a: " + "ü".repeat(2048) + "}\n", "longer than 4096 bytes");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a: ü",
                    "ü: 1",
                    "a: '1,2'",
                    "a: '1 2'",
                    "a: '\"q\"'",
                    "a: 'x\\y'",
                    "a: ''",
                    "'a[b]': 1",
                    "'a b': 1",
                    "a: 'x=y='",
                    "'(a)': 1",
                    "a: '%3B'"
                })
        void thatBrowsersTake_thenItIsAccepted(String cookie) {
            assertAccepted(PAGE + "cookies: {" + cookie + "}\n");
            assertAccepted(PAGE + "kind: http\ncookies: {" + cookie + "}\n");
        }

        @Test
        void withAPrefixAndHttps_thenItIsAccepted() {
            assertAccepted("id: a\nevery: PT5M\nurl: https://a.example/b/\ncookies: {__Host-a: 1, __Secure-b: 2}\n");
        }
    }

    @Nested
    class GivenNull {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "headers: {X-A: null}",
                    "headers: {X-A: }",
                    "cookies: {a: null}",
                    "localStorage: {a: null}",
                    "hosts: {a.example: null}",
                    "steps: [{open: null}]",
                    "steps: [{click: '#a'}, {click: }]",
                    "steps: [{pause: null}]"
                })
        void asAValue_thenItIsRejectedWithItsPlace(String part) {
            assertThat(yaml(PAGE + part + "\n").errors())
                    .extracting(ValidationError::toString)
                    .anySatisfy(error -> assertThat(error).contains("a.yaml:4").contains("has no value"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "steps: [null]",
                    "steps: [{fill: {selector: '#a', value: null}}]",
                    "steps: [{press: {selector: '#a', key: null}}]",
                    "notify: [null]",
                    "tags: [null]",
                    "block: [null]",
                    "basicAuth: {user: a, password: null}"
                })
        void inAListOrStep_thenItIsRejectedWithItsPlace(String part) {
            assertThat(yaml(PAGE + part + "\n").errors())
                    .extracting(ValidationError::toString)
                    .anySatisfy(error -> assertThat(error).contains("a.yaml:4"));
        }
    }

    @Nested
    class GivenAUrl {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://127.0.0.1:99999/",
                    "http://a|b.example/",
                    "http://256.1.1.1/",
                    "http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example/",
                    "data:text/html,x",
                    "about:blank"
                })
        void thatNoBrowserLoads_thenItIsRejectedInEveryKindAndStep(String url) {
            assertRejected("id: a\nevery: PT5M\nurl: '" + url + "'\n", "a.yaml:3");
            assertRejected("id: a\nevery: PT5M\nkind: http\nurl: '" + url + "'\n", "a.yaml:4");
            assertRejected(PAGE + "steps:\n- open: '" + url + "'\n", "a.yaml:5");
            assertRejected(
                    "id: a\nevery: PT5M\njourney:\n- open: http://a.example/\n- click: '#b'\n- open: '" + url + "'\n",
                    "a.yaml:6");
        }
    }

    @Nested
    class GivenHosts {

        @Test
        void whenTwoSpellingsNameOneHost_thenTheyAreRejected() {
            assertRejected(
                    PAGE + "hosts: {münchen.example: 127.0.0.1, xn--mnchen-3ya.example: 127.0.0.2}\n",
                    "are the same host");
        }

        @ParameterizedTest
        @ValueSource(strings = {"256.1.1.1", "1.2.3", "01.2.3.4", "::g", "1::2::3", "fe80::1%eth0", "localhost", ""})
        void whenTheAddressIsInvalid_thenItIsRejected(String address) {
            assertRejected(PAGE + "hosts: {a.example: '" + address + "'}\n", "is not a valid IP address");
        }

        @Test
        void whenTheNameIsInvalid_thenTheCharacterIsNamed() {
            assertRejected(PAGE + "hosts: {'a b.example': 127.0.0.1}\n", "U+0020 SPACE");
            assertAccepted(PAGE + "hosts: {my_app.example: '::1', '💩.la': '::ffff:127.0.0.1'}\n");
        }
    }

    @Nested
    class GivenADefinitionOfAnEarlierVersion {

        private static Probe stored(String json) {
            ParsedDefinitions read = DefinitionReader.stored(new ProbeId("a"), json);
            assertThat(read.errors()).isEmpty();
            return read.probes().get(0);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"headers\":{\"Content-Length\":\"5\"}", "\"cookies\":{\"a\":\"1; 2\"}"})
        void thatCannotBeSent_thenItIsReadAndItsRunsSayWhy(String part) {
            Probe probe = stored("{\"url\":\"http://a.example/\",\"every\":\"PT5M\"," + part + "}");

            assertThat(Sendability.fault(probe))
                    .hasValueSatisfying(outcome -> assertThat(outcome.kind()).isEqualTo(OutcomeType.INVALID_REQUEST));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"url\":\"http://127.0.0.1:99999/\"",
                    "\"kind\":\"http\",\"url\":\"http://a|b/\"",
                    "\"journey\":[{\"open\":\"http://a.example/\"},{\"open\":\"http://256.1.1.1/\"}]"
                })
        void thatCannotBeRequested_thenItIsReadAndItsRunsSayWhy(String target) {
            Probe probe = stored("{" + target + ",\"every\":\"PT5M\"}");

            assertThat(Sendability.fault(probe))
                    .hasValueSatisfying(outcome -> assertThat(outcome.kind()).isEqualTo(OutcomeType.INVALID_URL));
        }

        @Test
        void thatCanBeSent_thenItHasNoFault() {
            assertThat(Sendability.fault(stored("{\"url\":\"http://a.example/\",\"every\":\"PT5M\"}")))
                    .isEmpty();
        }
    }
}
