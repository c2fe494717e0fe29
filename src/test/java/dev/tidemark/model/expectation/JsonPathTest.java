package dev.tidemark.model.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.platform.i18n.InvalidValueException;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    private static final String JSON = """
            {"a": {"b": [1, [2, 3], {"c": null}]}, "x y": 5, "it's": 6, "say \\"hi\\"": 7, "größe": 8, "content-type": 9,
             "@id": 10, "": 11, "1st": 12, "tab\\tkey": 13, "back\\\\slash": 14, "a.b": 15, "*": 16, "\\ud83d\\ude00": 17}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$.a.b[0] | 1",
                "$.a.b[1][-1] | 3",
                "$.a.b[-1].c | null",
                "$['a']['b'][ 0 ] | 1",
                "$[\"x y\"] | 5",
                "$['it\\'s'] | 6",
                "$[\"it's\"] | 6",
                "$['say \"hi\"'] | 7",
                "$[\"say \\\"hi\\\"\"] | 7",
                "$.größe | 8",
                "$['gr\\u00f6\\u00DFe'] | 8",
                "$.content-type | 9",
                "$.@id | 10",
                "$[''] | 11",
                "$.1st | 12",
                "$['tab\\tkey'] | 13",
                "$['back\\\\slash'] | 14",
                "$['a.b'] | 15",
                "$['*'] | 16",
                "$.\ud83d\ude00 | 17",
                "$['\\ud83d\\ude00'] | 17"
            })
    void whenAPathSelectsOneValue_thenItIsFound(String path, String expected) {
        assertThat(JsonPath.parse(path).find(json()).map(JsonValue::toString)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.b", "$.a.b[3]", "$.a.b[-4]", "$.a[0]", "$.a.b.c", "$['x']", "$.a.b[2].c.d"})
    void whenNothingIsThere_thenNothingIsFound(String path) {
        assertThat(JsonPath.parse(path).find(json())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..c",
                "$.*",
                "$.a.b[*]",
                "$[*]",
                "$.a.b[0:1]",
                "$.a.b[0,1]",
                "$.a.b[?@.c]",
                "$.a.b[?(@.c==1)].c",
                "$.a.b[::2]"
            })
    void whenAPathSelectsSeveralValues_thenItIsRefusedAsSuch(String path) {
        assertThatThrownBy(() -> JsonPath.parse(path))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("selects several values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b",
                ".a",
                "$a",
                "$.",
                "$.a.",
                "$.a[",
                "$.a[]",
                "$['a",
                "$['a]",
                "$.a b",
                "$.a > 5",
                "$ .a",
                "$.a .b",
                "$.a[b]",
                "$.a[01]",
                "$.a[-0]",
                "$.a[1.5]",
                "$.a[0]x",
                "$.length()",
                "$['\\x41']",
                "$['\\u00g0']",
                "$.a]",
                "$.a[99999999999999999999]",
                "$.a'b",
                "$(a)",
                "$.a#"
            })
    void whenAPathIsUnknownSyntax_thenItIsRefused(String path) {
        assertThatThrownBy(() -> JsonPath.parse(path))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is not a valid");
    }

    private static JsonValue json() {
        try (JsonReader reader = Json.createReader(new StringReader(JSON))) {
            return reader.readValue();
        }
    }
}
