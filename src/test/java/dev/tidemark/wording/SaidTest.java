package dev.tidemark.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {

    @Nested
    class GivenANumberThatChoosesTheWords {
        @ParameterizedTest
        @CsvSource({"0, nothing blocks", "1, 1 request blocks", "2, 2 requests block"})
        void thenTheyAgreeWithIt(int count, String words) {
            assertThat(Said.of("suspects.requests_block_the_first_paint", count))
                    .hasToString(words + " the first paint");
        }
    }

    @Nested
    class GivenWhatIsTheSameInEveryLanguage {
        @Test
        void whenItLooksLikeAPattern_thenItIsShownAsItIs() {
            assertThat(Said.verbatim("it's {0}")).hasToString("it's {0}");
            assertThat(Said.of("headline.the_page_was_not_visited", "a 'b' {0}"))
                    .hasToString("The page was not visited: a 'b' {0}");
        }
    }

    @Nested
    class GivenSeveral {
        @Test
        void whenOneSaysNothing_thenTheOthersStandTogether() {
            Said all = Said.together(Said.NOTHING, Said.verbatim("One."), Said.NOTHING, Said.verbatim("Two."));

            assertThat(all).hasToString("One. Two.");
            assertThat(Said.together(Said.NOTHING).isBlank()).isTrue();
        }

        @Test
        void whenTheyAreListed_thenTheyAreParted() {
            assertThat(Said.listed(List.of("a", Said.verbatim("b"), 3))).hasToString("a, b, 3");
            assertThat(Said.listed(List.of()).isBlank()).isTrue();
        }
    }
}
