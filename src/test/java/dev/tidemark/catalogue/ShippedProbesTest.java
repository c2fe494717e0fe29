package dev.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.definition.Definitions;
import dev.tidemark.definition.Profiles;
import dev.tidemark.document.Variables;
import dev.tidemark.observation.Profile;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShippedProbesTest {

    private static final Path DIRECTORY = Path.of("probes").toAbsolutePath();

    @Nested
    class GivenTheFilesThatShip {

        @Test
        void whenTheyAreReadWithoutAnySetting_thenTheyWatchTheProductItself() throws IOException {
            ProbeFolder folder = new ProbeFolder(DIRECTORY, new Variables(name -> Optional.empty()));
            for (String file : folder.stamps().keySet()) {
                Definitions definitions = folder.read(file);
                assertThat(definitions.faults()).isEmpty();
                assertThat(definitions.probes()).isNotEmpty().allSatisfy(probe -> assertThat(
                                probe.target().url().getAuthority())
                        .isEqualTo("127.0.0.1:8080"));
            }
        }
    }

    @Nested
    class GivenTheSchemaForEditors {

        private final JsonObject schema = schema();

        @Test
        void whenItsProfilesAreListed_thenTheyAreThoseThatExist() {
            assertThat(schema.getValue("/$defs/profileName/enum").asJsonArray().getValuesAs(JsonString::getString))
                    .containsExactlyElementsOf(
                            Profiles.all().stream().map(Profile::name).toList());
        }

        @Test
        void whenItsKeysAreListed_thenTheReaderKnowsExactlyThose() {
            String keys = schema.getValue("/$defs/probe/properties").asJsonObject().keySet().stream()
                    .sorted()
                    .collect(Collectors.joining(" "));
            String fault = DefinitionReader.json("{\"zzzzzzzz\":1}").faults().stream()
                    .map(found -> found.detail())
                    .filter(detail -> detail.contains("zzzzzzzz"))
                    .findFirst()
                    .orElseThrow();
            String known = java.util.Arrays.stream(
                            fault.substring(fault.indexOf("there are ") + 10).split(", "))
                    .sorted()
                    .collect(Collectors.joining(" "));
            assertThat(known).isEqualTo(keys);
        }

        private static JsonObject schema() {
            try (JsonReader reader =
                    Json.createReader(Files.newBufferedReader(DIRECTORY.resolve("probe.schema.json")))) {
                return reader.readObject();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
