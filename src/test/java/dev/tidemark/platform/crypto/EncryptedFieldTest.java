package dev.tidemark.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EncryptedFieldTest {

    private static final EncryptedField SHOP = new EncryptedField("probe", "definition", "shop");

    @BeforeEach
    void setKey() {
        KeyFixture.use(KeyFixture.FIRST);
    }

    @Nested
    class GivenAnEncryptedValue {

        private final String stored = encrypted();

        private String encrypted() {
            KeyFixture.use(KeyFixture.FIRST);
            return SHOP.encrypt("canary äöü");
        }

        @Test
        void whenItIsDecrypted_thenItIsTheValue() {
            assertThat(SHOP.decrypt(stored)).isEqualTo("canary äöü");
        }

        @Test
        void whenItIsLookedAt_thenItNamesItsKeyAndHidesTheValue() {
            assertThat(stored)
                    .startsWith("enc:1:"
                            + KeyRing.parse(KeyFixture.FIRST, "test").current().id() + ":")
                    .doesNotContain("canary");
        }

        @Test
        void whenTheSameValueIsEncryptedAgain_thenTheResultDiffers() {
            assertThat(SHOP.encrypt("canary äöü")).isNotEqualTo(stored);
        }

        @Test
        void whenItIsCopiedToAnotherRowOrColumnOrTable_thenItIsRejected() {
            for (EncryptedField other : new EncryptedField[] {
                new EncryptedField("probe", "definition", "blog"),
                new EncryptedField("probe", "file", "shop"),
                new EncryptedField("contact_group", "definition", "shop")
            }) {
                assertThatThrownBy(() -> other.decrypt(stored))
                        .isInstanceOf(EncryptionKeyException.class)
                        .hasMessageContaining(other.table())
                        .hasMessageContaining("copied from another row");
            }
        }

        @Test
        void whenAnyCharacterIsChanged_thenItIsRejected() {
            for (int at = 0; at < stored.length(); at++) {
                char changed = stored.charAt(at) == 'b' ? 'c' : 'b';
                String damaged = stored.substring(0, at) + changed + stored.substring(at + 1);
                if (at < "enc:1:".length()) {
                    assertThat(SHOP.decrypt(damaged)).doesNotContain("canary");
                } else {
                    assertThatThrownBy(() -> SHOP.decrypt(damaged))
                            .as(damaged)
                            .isInstanceOf(EncryptionKeyException.class);
                }
            }
        }

        @Test
        void whenItIsCutAnywhere_thenItIsRejected() {
            int endOfValue = stored.replaceAll("=+$", "").length();
            for (int end = "enc:1:".length(); end < endOfValue; end++) {
                String cut = stored.substring(0, end);
                assertThatThrownBy(() -> SHOP.decrypt(cut)).as(cut).isInstanceOf(EncryptionKeyException.class);
            }
        }

        @Test
        void whenTheKeyWasRotated_thenTheOldKeyStillDecrypts() {
            KeyFixture.use(KeyFixture.SECOND + "\n" + KeyFixture.FIRST);

            assertThat(SHOP.decrypt(stored)).isEqualTo("canary äöü");
            assertThat(SHOP.encrypt("x")).doesNotStartWith(stored.substring(0, 15));
        }

        @Test
        void whenTheKeyIsAnotherOne_thenTheMessageNamesBoth() {
            KeyFixture.use(KeyFixture.SECOND);

            assertThatThrownBy(() -> SHOP.decrypt(stored))
                    .isInstanceOf(EncryptionKeyException.class)
                    .hasMessageContaining(stored.substring(6, 14))
                    .hasMessageContaining("TIDEMARK_ENCRYPTION_KEY");
        }
    }

    @Test
    void whenAnEarlierVersionStoredPlainText_thenItIsReadAsItIs() {
        assertThat(SHOP.decrypt("{\"id\":\"shop\"}")).isEqualTo("{\"id\":\"shop\"}");
    }

    @Test
    void whenValuesAreHashed_thenOnlyEqualOnesWithTheSameKeyAreEqual() {
        String hash = SHOP.hash("https://hooks.example/T0");

        assertThat(new EncryptedField("probe", "definition", "other").hash("https://hooks.example/T0"))
                .isEqualTo(hash);
        assertThat(SHOP.hash("https://hooks.example/T1")).isNotEqualTo(hash);
        KeyFixture.use(KeyFixture.SECOND);
        assertThat(SHOP.hash("https://hooks.example/T0")).isNotEqualTo(hash);
    }
}
