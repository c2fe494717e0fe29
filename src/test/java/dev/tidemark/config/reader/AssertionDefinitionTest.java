package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.writer.ProbeDifference;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.expectation.HttpExpectation;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import jakarta.json.Json;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionDefinitionTest {

    private static ParsedDefinitions read(String expect) {
        return DefinitionReader.yaml(
                "api.yaml",
                "id: api\nkind: http\nurl: https://shop.example/\nevery: PT1M\nexpect: " + expect + "\n",
                VariableSubstitution.NONE);
    }

    private static Probe probe(String expect) {
        ParsedDefinitions read = read(expect);
        assertThat(read.errors()).isEmpty();
        return read.probes().get(0);
    }

    private static HttpExpectation expectation(String expect) {
        return ((Target.Http) probe(expect).target()).expect();
    }

    private static String errors(String expect) {
        return String.join(
                "\n",
                read(expect).errors().stream().map(ValidationError::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{json: {$.status: null}}",
                "{json: {$.status: ~}}",
                "{json: {$.status: }}",
                "{json: {$.status: {equals: null}}}",
                "{json: {$.t: true, $.f: false}}",
                "{json: {$.n: 1.50, $.e: 1e2, $.big: 12345678901234567890123456789, $.neg: -0.5}}",
                "{json: {$.s: '1', $.empty: ''}}",
                "{json: {$.a: [1, 'x', null, {b: true}], $.o: {equals: {a: [1], b: null}}}}",
                "{json: {$.n: {'<': 5, '<=': 5, '>': 1, '>=': 1, '!=': 3}}}",
                "{json: {$.s: {contains: [a, b], notContains: c, matches: '^x', notMatches: ['y$', z], text: '3'}}}",
                "{json: {$.gone: {absent: true}, $.there: {absent: false}}}",
                "{headers: {Content-Type: application/json, X-Count: 5}}",
                "{headers: {X: {equals: a, '!=': b, contains: c, notContains: [d, e], matches: f, notMatches: g}}}",
                "{headers: {Server: {absent: true}, Age: {'<': 60}}}",
                "{status: [2xx, 304, 400-403]}",
                "{status: 2xx}",
                "{contains: [a, b], notContains: [c], matches: ['(?i)d'], notMatches: ['e+']}",
                "{contains: a, notContains: b, matches: c, notMatches: d}"
            })
    void whenAnExpectationIsWrittenAndReadAgain_thenItIsTheSame(String expect) {
        Probe probe = probe(expect);
        HttpExpectation read = ((Target.Http) probe.target()).expect();

        assertThat(read).isNotEqualTo(HttpExpectation.nothing());
        assertThat(DefinitionReader.json(ProbeWriter.json(probe)).probes()).containsExactly(probe);
    }

    @Test
    void whenTheApiShowsIt_thenNullAndBooleansAreThere() {
        Probe probe = probe("{json: {$.a: null, $.b: true, $.c: 1.5, $.d: [null]}}");

        String shown = JsonbBuilder.create().toJson(ProbeWriter.masked(probe));

        assertThat(shown).contains("\"json\":{\"$.a\":null,\"$.b\":true,\"$.c\":1.5,\"$.d\":[null]}");
        assertThat(DefinitionReader.json(shown).probes()).containsExactly(probe);
    }

    @Test
    void whenAnExpectedValueChanges_thenTheDifferenceShowsBoth() {
        assertThat(ProbeDifference.between(probe("{json: {$.a: up}}"), probe("{json: {$.a: null}}")))
                .containsExactly(new ProbeDifference("/expect/json/$.a", "up", "null"));
    }

    @Test
    void whenStatusIsAClassOrARange_thenItsEndsAreIncluded() {
        HttpExpectation expect = expectation("{status: [2xx, 301-303, 404]}");

        assertThat(Map.of(
                        199, expect.allows(199),
                        200, expect.allows(200),
                        299, expect.allows(299),
                        300, expect.allows(300),
                        301, expect.allows(301),
                        303, expect.allows(303),
                        304, expect.allows(304),
                        404, expect.allows(404)))
                .containsAllEntriesOf(Map.of(
                        199, false, 200, true, 299, true, 300, false, 301, true, 303, true, 304, false, 404, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{status: [299-200]} | status 299-200 begins after its end. Use 200-299.",
                "{status: 6xx} | \"6xx\" is not a valid HTTP status code",
                "{status: 99-200} | \"99-200\" is not a valid HTTP status code",
                "{status: 600} | status 600 is out of range",
                "{contains: ~} | contains is empty. Add a value, or remove the key.",
                "{notContains: } | notContains is empty",
                "{json: } | json is empty",
                "{headers: ~} | headers is empty",
                "{status: null} | status is empty",
                "{certificateDays: } | certificateDays is empty",
                "{contains: [~]} | contains must be a string",
                "{contains: true} | contains must be a string",
                "{matches: '['} | is not a valid regular expression",
                "{json: {$.a: {matches: '('}}} | is not a valid regular expression",
                "{json: {$.a: {matches: 5}}} | matches must be a string",
                "{json: {$.a: {'<': '5'}}} | < compares numbers; \"5\" is not a number",
                "{json: {$.a: {'>': null}}} | > compares numbers; null is not a number",
                "{json: {$.a: {absent: yes}}} | absent must be true or false",
                "{json: {$.a: {b: 1}}} | Unknown operator \"b\".",
                "{json: {$.a: {contain: x}}} | Unknown operator \"contain\". Did you mean \"contains\"?",
                "{json: {$.a: {}}} | The assertion is empty",
                "{json: {$.a: {equals: 1, '==': 2}}} | equals is given twice",
                "{json: {$..a: 1}} | selects several values",
                "{json: {'$.a b': 1}} | is not a valid JSON path: \" b\" cannot be read",
                "{json: {a: 1}} | \"a\" is not a valid path",
                "{json: [1]} | json must be a mapping",
                "{headers: {'X Y': a}} | \"X Y\" is not a valid name",
                "{headers: {X: true}} | The value of a header must be a string",
                "{headers: {X: null}} | for a header that must be missing, use absent: true",
                "{header: {X: a}} | Unknown key \"header\". Did you mean \"headers\"?"
            })
    void whenItIsInvalid_thenTheErrorSaysHowToFixIt(String expect, String error) {
        assertThat(errors(expect)).contains(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.a[",
                "$..a",
                "up{job=web}",
                "up{job=\"web\"",
                "up{job=~\"[\"}",
                "up{job==\"a\"}",
                "up job",
                "1up",
                "up{a=\"b\"}x"
            })
    void whenAValueCannotBeSelected_thenItIsRefused(String selector) {
        String json = Json.createObjectBuilder()
                .add("id", "api")
                .add("kind", "http")
                .add("url", "https://shop.example/")
                .add("every", "PT1M")
                .add("value", selector)
                .build()
                .toString();

        assertThat(DefinitionReader.json(json).errors()).hasSize(1);
    }
}
