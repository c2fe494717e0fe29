package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlParserTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://Shop.Example:8080/Path?Q=A#F, http://shop.example:8080/Path?Q=A#F",
        "https://Shop.Example, https://shop.example",
        "https://Bücher.example/Ü, https://xn--bcher-kva.example/Ü",
        "http://[::1]:80/A, http://[::1]:80/A"
    })
    void whenAUrlIsParsed_thenSchemeAndHostAreAsInABrowser(String written, String read) {
        assertThat(UrlParser.parse(written)).hasToString(read);
    }
}
