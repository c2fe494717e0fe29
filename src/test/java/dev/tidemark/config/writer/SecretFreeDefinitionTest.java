package dev.tidemark.config.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.probe.Probe;
import org.junit.jupiter.api.Test;

class SecretFreeDefinitionTest {

    private static Probe probe(String fields) {
        return DefinitionReader.probe(
                        "{\"id\":\"shop\",\"url\":\"https://shop.example/\",\"every\":\"PT1H\"," + fields + "}")
                .probes()
                .get(0);
    }

    @Test
    void masksWhatCanHoldASecretWhateverItsName() {
        Probe page = probe(
                "\"headers\":{\"X-Plain\":\"canary\"},\"cookies\":{\"a\":\"canary\"},\"localStorage\":{\"b\":\"canary\"},"
                        + "\"steps\":[{\"fill\":{\"selector\":\"#q\",\"value\":\"canary\"}}]");
        Probe http =
                probe("\"kind\":\"http\",\"method\":\"POST\",\"body\":\"canary\",\"headers\":{\"X-Plain\":\"canary\"}");

        assertThat(SecretFreeDefinition.of(page).toString())
                .contains("#q", "X-Plain")
                .doesNotContain("canary");
        assertThat(SecretFreeDefinition.of(http).toString()).contains("X-Plain").doesNotContain("canary");
    }

    @Test
    void keepsReferencesAndExpectations() {
        Probe http = probe("\"kind\":\"http\",\"headers\":{\"X-Plain\":\"secret:shop\"},"
                + "\"expect\":{\"headers\":{\"X-Stock\":\"yes\"}}");

        assertThat(SecretFreeDefinition.of(http).toString()).contains("secret:shop", "X-Stock", "yes");
    }

    @Test
    void namesMaskedValuesThatChanged() {
        assertThat(ChangedSecrets.between(
                        probe("\"headers\":{\"X-Plain\":\"old\"}"), probe("\"headers\":{\"X-Plain\":\"new\"}")))
                .containsExactly("/headers/X-Plain");
    }
}
