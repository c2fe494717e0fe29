package dev.tidemark.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalizedMessageTest {

    @Nested
    class GivenAPlural {
        @ParameterizedTest
        @CsvSource({"0, no render-blocking requests", "1, 1 render-blocking request", "2, 2 render-blocking requests"})
        void thenTheTextAgreesWithIt(int count, String words) {
            assertThat(LocalizedMessage.of("run.attribution.renderBlocking", count))
                    .hasToString(words);
        }
    }

    @Nested
    class GivenALanguageIndependentText {
        @Test
        void whenItLooksLikeAPattern_thenItIsShownAsItIs() {
            assertThat(LocalizedMessage.verbatim("it's {0}")).hasToString("it's {0}");
            assertThat(LocalizedMessage.of("run.headline.blocked", "a 'b' {0}"))
                    .hasToString("The page was not loaded: a 'b' {0}");
        }
    }

    @Nested
    class GivenSeveral {
        @Test
        void whenOneIsEmpty_thenTheOthersAreJoined() {
            LocalizedMessage all = LocalizedMessage.sentences(
                    LocalizedMessage.EMPTY,
                    LocalizedMessage.verbatim("One."),
                    LocalizedMessage.EMPTY,
                    LocalizedMessage.verbatim("Two."));

            assertThat(all).hasToString("One. Two.");
            assertThat(LocalizedMessage.sentences(LocalizedMessage.EMPTY).isBlank())
                    .isTrue();
        }

        @Test
        void whenTheyAreListed_thenTheyAreSeparated() {
            assertThat(LocalizedMessage.list(List.of("a", LocalizedMessage.verbatim("b"), 3)))
                    .hasToString("a, b, 3");
            assertThat(LocalizedMessage.list(List.of()).isBlank()).isTrue();
        }
    }
}
