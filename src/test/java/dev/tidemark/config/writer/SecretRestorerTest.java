package dev.tidemark.config.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.probe.Probe;
import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecretRestorerTest {

    private static final String SECRET = "T0/B0/a-secret-path";
    private static final Probe STORED = read("""
            {"id": "shop", "url": "https://shop.example/", "every": "PT5M",
             "notify": ["team@shop.example", "slack+https://hooks.slack.com/%s", "list:ops"]}""".formatted(SECRET));

    private static Probe read(String json) {
        return DefinitionReader.json(json).probes().get(0);
    }

    private static String shown(Probe probe) {
        return Json.createObjectBuilder(ProbeWriter.masked(probe)).build().toString();
    }

    @Nested
    class GivenAProbeWithAWebhook {

        @Test
        void thenItsSecretIsNotShown() {
            assertThat(shown(STORED))
                    .contains("team@shop.example", "slack+https://hooks.slack.com/***", "list:ops")
                    .doesNotContain(SECRET);
        }

        @Test
        void whenTheMaskedTextIsSent_thenTheSecretIsRestored() {
            assertThat(SecretRestorer.restore(read(shown(STORED)), STORED).recipients())
                    .isEqualTo(STORED.recipients());
        }

        @Test
        void whenAnotherMaskedTextIsSent_thenItIsRejected() {
            Probe other = STORED.withRecipients(List.of("slack+https://hooks.slack.com/***000000"));

            assertThat(SecretRestorer.isMasked(SecretRestorer.restore(other, STORED)))
                    .isTrue();
        }
    }

    @Nested
    class GivenAProbeWithoutAnyMask {

        @Test
        void thenItIsNotMasked() {
            assertThat(SecretRestorer.isMasked(STORED)).isFalse();
        }
    }
}
