package dev.tidemark.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.model.result.Profile;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShippedProbesTest {

    private static final Path DIRECTORY = Path.of("probes").toAbsolutePath();

    @Nested
    class GivenTheFilesThatShip {

        @Test
        void whenTheyAreReadWithoutSettings_thenTheyMonitorTidemarkItself() throws IOException {
            ProbeFolder folder = new ProbeFolder(DIRECTORY, new VariableSubstitution(name -> Optional.empty()));
            for (String file : folder.stamps().keySet()) {
                ParsedDefinitions definitions = folder.read(file);
                assertThat(definitions.errors()).isEmpty();
                assertThat(definitions.probes()).isNotEmpty().allSatisfy(probe -> assertThat(
                                probe.target().url().authority())
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
                            NamedProfiles.all().stream().map(Profile::name).toList());
        }

        @Test
        void whenItsKeysAreListed_thenTheyAreExactlyTheKnownOnes() {
            Set<String> known = new TreeSet<>();
            List.of("page", "http").forEach(kind -> known.addAll(knownOf(kind)));

            assertThat(schema.getValue("/$defs/probe/properties").asJsonObject().keySet())
                    .containsExactlyInAnyOrderElementsOf(known);
        }

        /** The error for a key that resembles no known one lists all known keys. */
        private static List<String> knownOf(String kind) {
            String fault = DefinitionReader.json("{\"kind\":\"" + kind + "\",\"zzzzzzzz\":1}").errors().stream()
                    .map(one -> one.detail().toString())
                    .filter(detail -> detail.contains("zzzzzzzz"))
                    .findFirst()
                    .orElseThrow();
            String known = fault.substring(fault.indexOf("Valid keys: ") + "Valid keys: ".length(), fault.length() - 1);
            return List.of(known.split(", "));
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
