package dev.tidemark.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationLanguageTest {

    @Nested
    class GivenNoSetting {
        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " "})
        void thenTextsAreEnglish(String tag) {
            assertThat(Messages.of(InstallationLanguage.locale(tag))).isSameAs(Messages.ENGLISH);
            assertThat(InstallationLanguage.messages()).isSameAs(Messages.ENGLISH);
        }
    }

    @Nested
    class GivenALanguageTag {
        @Test
        void thenItIsThatLanguage() {
            assertThat(InstallationLanguage.locale("pt-BR")).isEqualTo(Locale.forLanguageTag("pt-BR"));
            assertThat(InstallationLanguage.locale(" de ")).isEqualTo(Locale.GERMAN);
        }

        @Test
        void whenThereIsNoBundle_thenTextsAreEnglish() {
            assertThat(Messages.of(InstallationLanguage.locale("ja"))).isSameAs(Messages.ENGLISH);
        }
    }

    @Nested
    class GivenAnInvalidLanguageTag {
        @ParameterizedTest
        @ValueSource(strings = {"deutsch!", "en_US", "d"})
        void thenTheErrorStatesTheRemedy(String tag) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InstallationLanguage.locale(tag))
                    .withMessage("TIDEMARK_LANGUAGE is \"" + tag
                            + "\", which is not a language tag. Use a BCP 47 tag such as en, de or pt-BR.");
        }
    }
}
