package dev.tidemark.model.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.platform.i18n.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource({
        "v\\d+\\.\\d+, v1.25",
        "(?i)VERSION, version",
        "^second$, ",
        "(?m)^second$, second",
        "ü{2}, üü",
        "\\p{Lu}\\w+, Copyright"
    })
    void whenAPatternIsSearched_thenTheMatchIsFound(String pattern, String match) {
        String text = "version v1.25 für üü\nsecond\nCopyright";

        assertThat(new TextPattern(pattern).find(text).orElse(null)).isEqualTo(match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "a{1001}", "(?=x)", "(a)\\1", "*", "\\"})
    void whenAPatternIsInvalid_thenTheReasonIsGiven(String pattern) {
        assertThatThrownBy(() -> new TextPattern(pattern))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("\"" + pattern + "\" is not a valid regular expression (RE2 syntax): ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a{1000}){1000}", "((a{100}){100}){100}"})
    void whenAPatternMultipliesRepetitions_thenItIsRefused(String pattern) {
        assertThatThrownBy(() -> new TextPattern(pattern)).hasMessageContaining("is too complex");
    }

    @Test
    void whenAPatternBacktracksCatastrophicallyElsewhere_thenItEndsHere() {
        assertThat(new TextPattern("^(a+)+$").find("a".repeat(100_000) + "!")).isEmpty();
    }
}
