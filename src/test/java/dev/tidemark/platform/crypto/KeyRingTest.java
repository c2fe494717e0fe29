package dev.tidemark.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s\n", "# since 2026-11-30\n%s\r\n# before\n%s", "%s,%s", "%s , %s", "%s %s\n%2$s"})
    void whenThereAreSeveralKeys_thenTheFirstEncrypts(String form) {
        KeyRing ring = KeyRing.parse(form.formatted(KeyFixture.FIRST, KeyFixture.SECOND), "file");

        assertThat(ring.ids()).hasSize(2);
        assertThat(ring.current().id()).isEqualTo(id(KeyFixture.FIRST));
        assertThat(ring.find(id(KeyFixture.SECOND))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | contains no encryption key",
                "'# only a comment' | contains no encryption key",
                "'correct_horse!battery' | not Base64",
                "'c2hvcnQ=' | 5 bytes instead of 32",
                "'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==' | 34 bytes instead of 32"
            })
    void whenAKeyIsInvalid_thenTheMessageSaysWhereAndWhy(String text, String reason) {
        assertThatThrownBy(() -> KeyRing.parse(text, "/etc/tidemark/encryption.key"))
                .isInstanceOf(EncryptionKeyException.class)
                .hasMessageContaining("/etc/tidemark/encryption.key")
                .hasMessageContaining(reason);
    }

    @Test
    void whenAKeyIsPrinted_thenItIsNotShown() {
        assertThat(KeyRing.parse(KeyFixture.FIRST, "file").current().toString())
                .matches("[0-9a-f]{8}")
                .doesNotContain(KeyFixture.FIRST);
    }

    private static String id(String key) {
        return KeyRing.parse(key, "test").current().id();
    }
}
