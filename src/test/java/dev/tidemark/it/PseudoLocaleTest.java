package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tidemark.platform.i18n.Messages;
import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PseudoLocaleTest {

    @Nested
    class GivenAText {

        @Test
        void whenItHasArguments_thenTheyRemain() {
            assertThat(PseudoLocale.marked("{0}''s {1,choice,1#1 run|1<{1} runs} in '{'x'}'"))
                    .isEqualTo("⟦{0}''š {1,choice,1#1 ŕûñ|1<{1} ŕûñš} îñ '{'ẋ'}'⟧");
        }

        @Test
        void whenItHasNoLetters_thenItIsNotMarked() {
            assertThat(PseudoLocale.marked("{0}: {1}")).isEqualTo("{0}: {1}");
        }
    }

    @Nested
    class GivenTheBundle {

        @Test
        void thenEachPatternIsStillOne() {
            for (String key : Messages.ENGLISH.keys()) {
                String text = Messages.ENGLISH.get(key);
                if (text.matches("(?s).*\\{\\d.*")) {
                    assertThatCode(() -> new MessageFormat(PseudoLocale.marked(text), Locale.ROOT))
                            .as(key)
                            .doesNotThrowAnyException();
                }
            }
        }
    }
}
