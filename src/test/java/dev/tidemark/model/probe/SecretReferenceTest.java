package dev.tidemark.model.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretReferenceTest {

    private static final Map<String, String> VALUES = Map.of("token", "t-$1\\0", "shop-password", "hunter2");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret:token | t-$1\\0",
                "secret:shop-password | hunter2",
                "Bearer ${secret:token} | Bearer t-$1\\0",
                "${secret:token}:${secret:shop-password} | t-$1\\0:hunter2",
                "secret:unknown | secret:unknown",
                "x secret:token | x secret:token",
                "secret:token x | secret:token x",
                "${secret:} | ${secret:}",
                "secret: | secret:",
                "{\"password\":\"${secret:shop-password}\"} | {\"password\":\"hunter2\"}"
            })
    void whenATextIsResolved_thenKnownSecretsAreReplaced(String text, String expected) {
        assertThat(SecretReference.resolve(text, name -> Optional.ofNullable(VALUES.get(name))))
                .isEqualTo(expected);
    }

    @Test
    void whenNamesAreRead_thenEachIsListedOnce() {
        assertThat(SecretReference.namesIn("${secret:b} ${secret:a} ${secret:b} secret:c"))
                .containsExactly("a", "b");
        assertThat(SecretReference.namesIn("secret:c")).containsExactly("c");
    }
}
