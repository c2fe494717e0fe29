package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    @Nested
    class GivenAName {

        @ParameterizedTest
        @ValueSource(strings = {"a", "ci-shop", "ada@shop.example", "7", "a.b_c-d"})
        void whenItHasOnlyAllowedCharacters_thenItIsValid(String name) {
            assertThat(AccountRules.name(name)).isEqualTo(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Ada", "-a", "a b", "a/b", "\u0430da", "a\n", "a\0", "..", "a;b", "<b>"})
        void whenItHasAnother_thenItIsRejectedWithTheAllowedOnes(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AccountRules.name(name))
                    .withMessageContaining("lower-case letters");
        }

        @Test
        void whenItHas64Characters_thenItIsValidAndWith65ItIsNot() {
            assertThatNoException().isThrownBy(() -> AccountRules.name("a".repeat(64)));
            assertThatIllegalArgumentException().isThrownBy(() -> AccountRules.name("a".repeat(65)));
        }
    }
}
