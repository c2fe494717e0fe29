package dev.tidemark.alerting.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientKeyTest {

    @ParameterizedTest
    @CsvSource({
        "A@x.example, a@x.example",
        "a@X.EXAMPLE, a@x.example",
        "ops@münchen.example, ops@xn--mnchen-3ya.example",
        "ops@MÜNCHEN.example, OPS@xn--mnchen-3ya.example",
        "Ops <ops@x.example>, ops@x.example",
        "JÜRGEN@x.example, jürgen@x.example",
        "https://Hooks.Example/a, https://hooks.example:443/a",
        "slack+https://hooks.example/A, slack+HTTPS://hooks.example/A",
    })
    void whenTwoSpellingsNameOneRecipient_thenTheyAreEqual(String one, String other) {
        assertThat(RecipientKey.of(one)).isEqualTo(RecipientKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "a@x.example, b@x.example",
        "a+b@x.example, a@x.example",
        "a.b@x.example, ab@x.example",
        "a@straße.example, a@strasse.example",
        "https://hooks.example/a, https://hooks.example/A",
        "slack+https://hooks.example/a, https://hooks.example/a",
        "list:team, list:teams",
    })
    void whenTheyNameTwo_thenTheyDiffer(String one, String other) {
        assertThat(RecipientKey.of(one)).isNotEqualTo(RecipientKey.of(other));
    }
}
