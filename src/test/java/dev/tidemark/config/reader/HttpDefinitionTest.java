package dev.tidemark.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.HttpExpectation;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HttpDefinitionTest {

    private static final String WHOLE = """
            id: shop-api
            kind: http
            url: https://shop.example/api/search
            method: POST
            body: '{"q": "shoes", "token": "s3cret"}'
            expect:
              status: [200, 201]
              contains: ["found"]
              json: { $.status: up, $.count: 3 }
              certificateDays: 14
              version: 2
            value: $.queue.length
            every: PT10S
            """;

    private static ParsedDefinitions yaml(String text) {
        return DefinitionReader.yaml("api.yaml", text, VariableSubstitution.NONE);
    }

    private static List<String> faults(String text) {
        return yaml(text).errors().stream().map(ValidationError::toString).toList();
    }

    @Nested
    class GivenACompleteCheck {

        private final Probe probe = yaml(WHOLE).probes().get(0);

        @Test
        void whenItIsRead_thenEverythingIsThere() {
            assertThat(yaml(WHOLE).errors()).isEmpty();
            assertThat(probe.target())
                    .isEqualTo(new Target.Http(
                            WebUrl.parse("https://shop.example/api/search"),
                            "POST",
                            Optional.of("{\"q\": \"shoes\", \"token\": \"s3cret\"}"),
                            new HttpExpectation(
                                    List.of(200, 201),
                                    List.of("found"),
                                    Map.of("$.status", "up", "$.count", "3"),
                                    OptionalInt.of(14),
                                    "2"),
                            Map.of("VALUE", "$.queue.length")));
        }

        @Test
        void whenNothingElseIsSet_thenItIsOneUnthrottledSample() {
            assertThat(probe.samples()).isEqualTo(1);
            assertThat(probe.profile().network()).isEqualTo(NetworkConditions.UNTHROTTLED);
        }

        @Test
        void whenItIsWrittenAndReadAgain_thenItIsTheSame() {
            assertThat(DefinitionReader.json(ProbeWriter.json(probe)).probes()).containsExactly(probe);
        }

        @Test
        void whenItIsShown_thenASecretBodyIsMaskedAndRestored() {
            assertThat(ProbeWriter.masked(probe)).containsEntry("body", "***");

            Probe edited =
                    yaml(WHOLE.replaceFirst("body: .*", "body: '***'")).probes().get(0);

            assertThat(SecretRestorer.restore(edited, probe).target()).isEqualTo(probe.target());
        }
    }

    @Nested
    class GivenInvalidChecks {

        @Test
        void whenTheyAreRead_thenEachErrorIsReported() {
            String text = WHOLE.replace("[200, 201]", "[99, ok]")
                    .replace("$.status: up", "status: up")
                    .replace("method: POST", "method: post")
                    .replace("value: $.queue.length", "value: 'a b'");

            assertThat(String.join("\n", faults(text)))
                    .contains("status \"ok\" is not a valid HTTP status code. Use a code such as 200.")
                    .contains("json: \"status\" is not a valid path. Use a path such as $.status.")
                    .contains(
                            "value \"a b\" is invalid. Use a JSON path ($.queue.length) or a Prometheus metric (up{job=\"web\"}).");
        }

        @Test
        void whenTheKindIsUnknown_thenTheKnownOnesAreListed() {
            assertThat(faults(WHOLE.replace("kind: http", "kind: tcp")))
                    .anyMatch(fault -> fault.contains("Unknown kind \"tcp\". Valid values: page, http."));
        }
    }
}
