package dev.tidemark.config.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedRecipientTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example/secret, https://hooks.example/",
        "slack+https://hooks.slack.com/services/T0/B0/secret, slack+https://hooks.slack.com/",
        "teams+http://teams.example:8443/secret?x=1, teams+http://teams.example:8443/",
        "https://hooks.example?token=secret, https://hooks.example/",
        "https://user:secret@hooks.example, https://hooks.example/",
        "https://user:secret@hooks.example/a@b, https://hooks.example/"
    })
    void whenAWebhookIsShown_thenOnlyItsHostIs(String member, String host) {
        assertThat(MaskedRecipient.of(member)).startsWith(host + "***").doesNotContain("secret");
        assertThat(MaskedRecipient.restore(MaskedRecipient.of(member), List.of("other@shop.example", member)))
                .isEqualTo(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team@shop.example", "https://hooks.example", "https://hooks.example/"})
    void whenThereIsNoSecret_thenItIsShownAsItIs(String member) {
        assertThat(MaskedRecipient.of(member)).isEqualTo(member);
        assertThat(MaskedRecipient.restore(member, List.of())).isEqualTo(member);
    }

    @Test
    void whenTwoHaveTheSameHost_thenEachIsRestored() {
        List<String> two = List.of("https://hooks.example/one", "https://hooks.example/two");

        assertThat(two.stream().map(MaskedRecipient::of).map(text -> MaskedRecipient.restore(text, two)))
                .containsExactlyElementsOf(two);
    }

    @Test
    void whenItIsNotKnown_thenThatIsReported() {
        assertThatThrownBy(() -> MaskedRecipient.restore("https://hooks.example/***0a1b2c", List.of()))
                .hasMessage(
                        "recipient \"https://hooks.example/***0a1b2c\" is masked (***) and matches no stored recipient. Enter the full address.");
    }
}
