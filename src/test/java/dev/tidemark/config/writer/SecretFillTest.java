package dev.tidemark.config.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.importer.RecordingImporter;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretFillTest {

    private static Probe probe(String... fills) {
        String steps = String.join(",", fills);
        return DefinitionReader.probe(
                        "{\"id\":\"shop\",\"url\":\"https://shop.example/\",\"every\":\"PT1H\",\"steps\":[" + steps
                                + "]}")
                .probes()
                .get(0);
    }

    private static String fill(String value, boolean secret) {
        return "{\"fill\":{\"selector\":\"#q\",\"value\":\"" + value + "\",\"secret\":" + secret + "}}";
    }

    private static List<Step> steps(Probe probe) {
        return ((Target.PageTarget) probe.target()).steps();
    }

    @Test
    void whenItIsMarkedAsSecret_thenItIsMaskedButStored() {
        Probe probe = probe(fill("canary", true));

        assertThat(ProbeWriter.masked(probe).toString()).contains("secret=true").doesNotContain("canary");
        assertThat(ProbeWriter.json(probe)).contains("canary", "\"secret\":true");
    }

    @Test
    void whenItIsAReference_thenTheReferenceIsShown() {
        assertThat(ProbeWriter.masked(probe(fill("secret:shop", true))).toString())
                .contains("secret:shop");
    }

    @Test
    void whenOneFieldIsFilledTwice_thenEachMaskGetsItsOwnValueBack() {
        Probe before = probe(fill("first", true), fill("second", true));

        Probe restored = SecretRestorer.restore(probe(fill("***", true), fill("***", true)), before);

        assertThat(steps(restored)).isEqualTo(steps(before));
    }

    @Test
    void whenTheMarkIsRemovedFromAMaskedValue_thenItIsNotRestored() {
        Probe restored = SecretRestorer.restore(probe(fill("***", false)), probe(fill("canary", true)));

        assertThat(SecretRestorer.isMasked(restored)).isTrue();
    }

    @Test
    void whenAPasswordFieldIsRecorded_thenItsFillIsSecret() {
        String recording = "{\"title\":\"x\",\"steps\":[{\"type\":\"navigate\",\"url\":\"https://shop.example/\"},"
                + "{\"type\":\"change\",\"value\":\"a\",\"selectors\":[[\"#mail\"]]},"
                + "{\"type\":\"change\",\"value\":\"b\",\"selectors\":[[\"aria/Passwort\"],[\"#p1\"]]}]}";

        assertThat(RecordingImporter.read(recording, new ValidationErrors()).steps())
                .filteredOn(Step.Fill.class::isInstance)
                .extracting(step -> ((Step.Fill) step).secret())
                .containsExactly(false, true);
    }
}
