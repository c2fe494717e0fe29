package dev.tidemark.platform.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Nested
    class GivenUtf8 {

        @ParameterizedTest
        @ValueSource(strings = {"", "name: Bücher", "漢字 \uD83D\uDE00 e\u0301", "\u0000\u007f\uFFFE", "\\\\ufffd"})
        void whenItIsDecoded_thenNothingChanges(String text) {
            assertThat(StrictText.decode(text.getBytes(UTF_8))).isEqualTo(text);
        }

        @Test
        void whenItBeginsWithAByteOrderMark_thenTheMarkIsNoPartOfTheText() {
            assertThat(StrictText.decode("\uFEFFname: \uFEFFx".getBytes(UTF_8))).isEqualTo("name: \uFEFFx");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a: x\nname: B\uFFFDcher", "a: x\n\"name\": \"B\\ufffdcher\"", "a: x\nname: \\\\\\uFFFD"})
        void whenItContainsAReplacementCharacter_thenAnEarlierDamageIsReported(String text) {
            assertThatThrownBy(() -> StrictText.decode(text.getBytes(UTF_8)))
                    .isInstanceOf(UndecodableTextException.class)
                    .hasMessageContaining("replacement character U+FFFD at line 2, column ")
                    .extracting(wrong -> ((UndecodableTextException) wrong).line())
                    .isEqualTo(2);
        }
    }

    @Nested
    class GivenAnotherEncoding {

        static Stream<Arguments> encodings() {
            String yaml = "id: shop\nname: Bücher\nurl: https://shop.example/\n";
            return Stream.of(
                    arguments(
                            yaml,
                            ISO_8859_1,
                            "byte 0xFC at line 2, column 8 (byte offset 16). It appears to be Latin-1"),
                    arguments(
                            yaml,
                            WINDOWS_1252,
                            "It appears to be Latin-1 (ISO-8859-1) or Windows-1252. Save it as UTF-8."),
                    arguments("name: 5 € – “x”", WINDOWS_1252, "byte 0x80 at line 1, column 9 (byte offset 8)"),
                    arguments(
                            "{\"name\":\r\n\t\"Straße\"}",
                            ISO_8859_1,
                            "byte 0xDF at line 2, column 7 (byte offset 16)"),
                    arguments("Ångström", ISO_8859_1, "byte 0xC5 at line 1, column 1 (byte offset 0)"),
                    arguments(yaml, UTF_16, "The text is UTF-16, not UTF-8. Save it as UTF-8."),
                    arguments(yaml, UTF_16LE, "The text is UTF-16,"),
                    arguments(yaml, UTF_16BE, "The text is UTF-16,"),
                    arguments("\uFEFF" + yaml, UTF_16LE, "The text is UTF-16,"),
                    arguments("[]", UTF_16LE, "The text is UTF-16,"),
                    arguments("{\"name\": \"漢字漢字\"}", UTF_16BE, "The text is UTF-16,"),
                    arguments(yaml, Charset.forName("UTF-32"), "The text is UTF-32,"),
                    arguments(yaml, Charset.forName("UTF-32LE"), "The text is UTF-32,"),
                    arguments("name: Книги", Charset.forName("windows-1251"), "byte 0xCA at line 1, column 7"),
                    arguments("name: 本", Charset.forName("Shift_JIS"), "byte 0x96 at line 1, column 7"));
        }

        @ParameterizedTest
        @MethodSource("encodings")
        void whenItIsDecoded_thenTheEncodingOrThePlaceIsNamed(String text, Charset charset, String message) {
            assertThatThrownBy(() -> StrictText.decode(text.getBytes(charset)))
                    .isInstanceOf(UndecodableTextException.class)
                    .hasMessageContaining(message);
        }

        @Test
        void whenItIsDeclared_thenItIsRead() {
            assertThat(StrictText.decode("Bücher".getBytes(ISO_8859_1), ISO_8859_1))
                    .isEqualTo("Bücher");
            assertThat(StrictText.decode("Bücher".getBytes(UTF_16), UTF_16)).isEqualTo("Bücher");
        }

        @Test
        void whenAnotherIsDeclared_thenThePlaceIsNamed() {
            assertThatThrownBy(() -> StrictText.decode("a\nB\u00FC".getBytes(UTF_8), Charset.forName("US-ASCII")))
                    .hasMessageStartingWith("The text is not US-ASCII: byte 0xC3 at line 2, column 2 (byte offset 3).");
        }
    }

    @Nested
    class GivenBytesThatAreNoText {

        @ParameterizedTest
        @CsvSource({
            "61 0a c3,             0xC3 at line 2",
            "61 c0 af 62,          0xC0 at line 1",
            "ed a0 80,             0xED at line 1",
            "f5 80 80 80,          0xF5 at line 1",
            "c3 bc 0a c3 bc 20 fc, 0xFC at line 2",
            "61 ff 62,             0xFF at line 1",
        })
        void whenTheyAreDecoded_thenTheFirstWrongByteIsNamed(String hex, String place) {
            byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
            assertThatThrownBy(() -> StrictText.decode(bytes))
                    .hasMessageContaining("not UTF-8")
                    .hasMessageContaining(place);
        }

        @Test
        void whenOtherCharactersAreUtf8_thenItIsNotTakenForLatin1() {
            byte[] bytes = HexFormat.of().parseHex("c3bc20fc");
            assertThatThrownBy(() -> StrictText.decode(bytes)).message().doesNotContain("Latin-1");
        }

        @Test
        void whenTheyAreCompressed_thenThatIsNamed() {
            byte[] bytes = HexFormat.of().parseHex("1f8b0800000000000003");
            assertThatThrownBy(() -> StrictText.decode(bytes))
                    .hasMessage("The text is compressed with gzip. Decompress it.");
        }
    }
}
