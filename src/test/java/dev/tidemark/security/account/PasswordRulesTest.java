package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @Nested
    class GivenALength {

        @Test
        void whenItIsJustInside_thenThePasswordIsValid() {
            assertThat(PasswordRules.objection("kT4-wq9!zLm2", "ada")).isEmpty();
            assertThat(PasswordRules.objection("kT4-wq9!zLm2" + "x".repeat(188), "ada"))
                    .isEmpty();
        }

        @Test
        void whenItIsJustOutside_thenItIsRejectedAndNotShown() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PasswordRules.require("kT4-wq9!zLm", "ada"))
                    .withMessageContaining("12 to 200")
                    .withMessageNotContaining("kT4");
            assertThat(PasswordRules.objection("kT4-wq9!zLm2" + "x".repeat(189), "ada"))
                    .isPresent();
        }

        @Test
        void whenCharactersTakeTwoUnits_thenTheyCountOnce() {
            assertThat(PasswordRules.objection("\uD83C\uDF0A".repeat(11), "ada")
                            .orElseThrow()
                            .toString())
                    .contains("12 to 200");
        }
    }

    @Nested
    class GivenAGuessablePassword {

        @ParameterizedTest
        @CsvSource({
            "password1234, common",
            "Password1234!, common",
            "P@ssw0rd1234, common",
            "qwertyuiop12, common",
            "iloveyou1234, common",
            "qazwsxedcrfv, common",
            "letmeinplease, common",
            "changemechangeme, repeat",
            "aaaaaaaaaaaa, repeat",
            "abcabcabcabc, repeat",
            "abcdefghijkl, repeat",
            "trustno1trustno1, repeat",
            "'asdfghjkl;''#', keyboard",
            "123456789012, common",
            "tidemark2026, name",
            "TideMark!2026, name",
            "ada.lovelace1, name",
            "lovelace1815, name",
            "administrator1, guess",
        })
        void whenItIsSet_thenItIsRejectedWithTheReason(String password, String reason) {
            assertThat(PasswordRules.objection(password, "ada.lovelace")
                            .orElseThrow()
                            .toString())
                    .contains(reason);
        }

        @Test
        void whenItIsOneCharacterOverAndOver_thenItIsRejectedWhateverItsLength() {
            assertThat(PasswordRules.objection("x".repeat(200), "ada")).isPresent();
        }
    }

    @Nested
    class GivenAGoodPassword {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "correct horse battery staple",
                    "tidal rocks 4 pearls",
                    "Xk9!vQ2#mLp0",
                    "password of ada",
                    "\u00e4pfel und birnen im korb"
                })
        void whenItIsSet_thenItIsValidWithoutRulesForItsCharacters(String password) {
            assertThat(PasswordRules.objection(password, "bob")).isEmpty();
        }

        @Test
        void whenItIsGenerated_thenItIsValid() {
            for (int i = 0; i < 20; i++) {
                assertThat(PasswordRules.objection(SecretGenerator.password(), "ada"))
                        .isEmpty();
            }
        }
    }
}
