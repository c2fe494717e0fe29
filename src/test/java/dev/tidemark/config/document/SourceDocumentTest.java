package dev.tidemark.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDocumentTest {

    private final ValidationErrors errors = new ValidationErrors();

    private List<DocumentNode> read(String text, TextSyntax syntax) {
        return SourceDocument.read("shop.yaml", text, syntax, VariableSubstitution.NONE, errors);
    }

    private DocumentNode only(String text, TextSyntax syntax) {
        List<DocumentNode> documents = read(text, syntax);
        assertThat(errors.all()).isEmpty();
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static DocumentNode value(DocumentNode node, String key) {
        return ((DocumentNode.Fields) node).values().get(key);
    }

    @Nested
    class GivenValidJson {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\n\t\t\"id\":\t\"shop\"\n}",
                    "\t{\"id\": \"shop\"}\t\n",
                    "{\"id\":\"shop\",\"a\":[\t1,\t2\t]}",
                    "{\"id\":\r\n\t\"s\\u0068op\"}",
                    "{\"id\":\"shop\",\"a\":\"\\ud83d\\ude00\\/\\b\\f\"}",
                    "{\"id\":\"shop\",\"a\":123456789012345678901234567890.5}",
                    "{\"id\":\"shop\",\"a\":1E+2,\"b\":-0.0e-7}",
                    "{\"id\":\"shop\",\"a\":\"x: y # z\",\"b\":\"- *\",\"@\":\"`\"}",
                    "{\"id\":\"shop\",\"a\":null,\"b\":[],\"c\":{}}",
                    "{\"id\":\"shop\",\"a\":\"\u2028\u2029\u0085\"}",
                    "{\"id\":\"shop\",\"\":1}",
                })
        void whenItIsRead_thenItIsTheSameFromAJsonFileAndFromAYamlFile(String text) {
            assertThat(value(only(text, TextSyntax.JSON), "id"))
                    .extracting("text")
                    .isEqualTo("shop");
            assertThat(only(text, TextSyntax.YAML)).isEqualTo(only(text, TextSyntax.JSON));
        }

        @Test
        void whenItHasSeveralLines_thenEachValueHasItsLine() {
            DocumentNode node = only(
                    "[\n\t{\n\t\t\"id\": \"shop\",\n\t\t\"tags\": [\n\t\t\t\"a\",\n\t\t\t\"b\"]}]", TextSyntax.YAML);
            DocumentNode shop = ((DocumentNode.Items) node).nodes().get(0);
            assertThat(value(shop, "id").place()).isEqualTo(new SourceLocation("shop.yaml", 3, "/0/id"));
            DocumentNode.Items tags = (DocumentNode.Items) value(shop, "tags");
            assertThat(tags.place().line()).isEqualTo(4);
            assertThat(tags.nodes().get(1).place()).isEqualTo(new SourceLocation("shop.yaml", 6, "/0/tags/1"));
        }

        @Test
        void whenItContainsVariables_thenTheyAreReplaced() {
            VariableSubstitution variables = new VariableSubstitution(name -> Optional.of("value of " + name));
            List<DocumentNode> read =
                    SourceDocument.read("", "{\t\"a\": \"${X}\"}", TextSyntax.YAML, variables, errors);
            assertThat(value(read.get(0), "a")).extracting("text").isEqualTo("value of X");
        }

        @Test
        void whenAKeyIsRepeated_thenItIsReportedWithItsLine() {
            read("{\n\t\"id\": \"a\",\n\t\"id\": \"b\"}", TextSyntax.YAML);
            assertThat(errors.all())
                    .singleElement()
                    .hasToString("shop.yaml:3: Duplicate key \"id\". Remove one of the two.");
        }
    }

    @Nested
    class GivenYaml {

        @ParameterizedTest
        @EnumSource
        void whenItIsInBlocks_thenItIsReadWhateverItClaimsToBe(TextSyntax syntax) {
            assertThat(value(only("# a shop\nid: shop\n", syntax), "id"))
                    .extracting("text")
                    .isEqualTo("shop");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{id: shop}",
                    "{\"id\": shop,}",
                    "[{id: shop}]",
                    "{ # note\n  id: shop}",
                    "{'id': \"sh\\x6fp\"}"
                })
        void whenItIsInFlowStyle_thenItIsReadAsYaml(String text) {
            assertThat(only(text, TextSyntax.YAML).toString()).contains("text=shop");
        }

        @Test
        void whenItHasSeveralDocuments_thenAllAreRead() {
            assertThat(read("{\"id\": \"a\"}\n---\nid: b\n", TextSyntax.YAML)).hasSize(2);
            assertThat(errors.all()).isEmpty();
        }
    }

    @Nested
    class GivenInvalidText {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"id\": \"a\",}            | JSON | shop.yaml:1: Invalid JSON at line 1, column 1",
                    "{\"id\": \"a\"} x           | JSON | shop.yaml:1: Invalid JSON at line 1, column 1",
                    "{\"id\": \"a\"}{\"id\": 1}  | YAML | shop.yaml:1: Invalid JSON at line 1, column 1",
                    "{~\t\"id\": 'a'}            | JSON | shop.yaml:2: Invalid JSON at line 2, column ",
                    "{\"id\": 01}                | JSON | Invalid JSON at line 1, column ",
                    "{\"id\": NaN}               | JSON | Invalid JSON at line 1, column ",
                    "{\"id\": \"a\" \"b\": 1}    | YAML | Invalid JSON at line 1, column 1",
                    "{\"id\": \"a\"              | JSON | JSON",
                    "{id: a                      | YAML | Invalid YAML at column ",
                    "[1, 2                       | JSON | JSON",
                    "id: a: b                    | YAML | shop.yaml:1: Invalid YAML at column 6",
                })
        void whenItIsRead_thenThePlaceIsNamed(String text, TextSyntax syntax, String message) {
            read(text.replace('~', '\n'), syntax);
            assertThat(errors.all()).singleElement().asString().contains(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "- ", "{a: ", "? ", "{\"a\":", "- - ", "[{"})
    void reportsDeepNesting(String open) {
        ValidationErrors errors = new ValidationErrors();

        SourceDocument.read("", open.repeat(100_000), TextSyntax.YAML, VariableSubstitution.NONE, errors);

        assertThat(errors.all()).hasSize(1);
        assertThat(errors.all().get(0).detail().toString()).contains("nested levels");
    }
}
