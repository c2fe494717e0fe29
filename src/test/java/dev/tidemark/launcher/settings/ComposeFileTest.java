package dev.tidemark.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The Compose files are valid, and fit each other, the Dockerfile, the manual and the settings. */
class ComposeFileTest {
    private static final String BASE = "compose.yaml";
    private static final String POSTGRESQL = "compose.postgresql.yaml";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    @ParameterizedTest
    @ValueSource(strings = {BASE, POSTGRESQL})
    void thenItConformsToTheComposeSpecification(String file) throws IOException {
        assertThat(SCHEMA.validate(read(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, POSTGRESQL})
    void thenEveryEnvironmentVariableIsASettingWithAValidValue(String file) throws IOException {
        JsonNode environment = read(file).at("/services/tidemark/environment");

        assertThat(environment.properties()).isNotEmpty().allSatisfy(variable -> {
            String name = variable.getKey().replaceFirst("_FILE$", "");
            Optional<Setting> setting = SettingCatalog.find(name);
            assertThat(setting).as(variable.getKey()).isPresent();
            if (variable.getKey().equals(name)) {
                assertThat(problem(name, variable.getValue().asText()))
                        .as(variable.getKey())
                        .isEmpty();
            } else {
                assertThat(setting.orElseThrow().secret()).as(name).isTrue();
            }
        });
    }

    @Test
    void thenASettingThatDoesNotExistIsFound() throws IOException {
        ObjectNode compose = (ObjectNode) read(BASE);
        ((ObjectNode) compose.at("/services/tidemark")).put("mem_limits", "3g");

        assertThat(SCHEMA.validate(compose)).isNotEmpty();
    }

    @Nested
    class GivenBothFiles {
        @Test
        void thenEverySecretThatIsUsedIsDefinedAndReadFromItsFile() throws IOException {
            List<JsonNode> services = services();
            List<String> defined = Stream.concat(
                            names(read(BASE).at("/secrets")),
                            names(read(POSTGRESQL).at("/secrets")))
                    .toList();

            assertThat(services).isNotEmpty().allSatisfy(service -> {
                List<String> secrets = texts(service.path("secrets")).toList();
                assertThat(defined).containsAll(secrets);
                assertThat(texts(service.path("environment")).filter(value -> value.startsWith("/run/secrets/")))
                        .allSatisfy(value -> assertThat(secrets).contains(value.substring("/run/secrets/".length())));
            });
        }

        @Test
        void thenTheManualCreatesTheFilesOfAllSecrets() throws IOException {
            String manual = Files.readString(Path.of("src/site/markdown/installation.md"));

            assertThat(Stream.of(BASE, POSTGRESQL).flatMap(file -> secretFiles(file)))
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(manual).contains("> " + file, "chmod 0444 " + file));
        }

        @Test
        void thenEveryNamedVolumeIsDefined() throws IOException {
            List<String> defined = Stream.concat(
                            names(read(BASE).at("/volumes")),
                            names(read(POSTGRESQL).at("/volumes")))
                    .toList();

            assertThat(services().stream()
                            .flatMap(service -> texts(service.path("volumes")))
                            .map(volume -> volume.split(":")[0]))
                    .containsExactlyInAnyOrderElementsOf(defined);
        }

        @Test
        void thenEveryServiceThatIsDependedOnHasAHealthCheck() throws IOException {
            JsonNode added = read(POSTGRESQL);

            assertThat(names(added.at("/services/tidemark/depends_on")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(added.at("/services/" + name + "/healthcheck")
                                    .isMissingNode())
                            .isFalse());
        }

        @Test
        void thenTheDatabaseHasTheNameAndUserThatTidemarkUses() throws IOException {
            JsonNode added = read(POSTGRESQL);
            JsonNode tidemark = added.at("/services/tidemark/environment");
            JsonNode database = added.at("/services/postgresql/environment");

            assertThat(tidemark.path("TIDEMARK_DATABASE_URL").asText())
                    .isEqualTo("jdbc:postgresql://postgresql/"
                            + database.path("POSTGRES_DB").asText());
            assertThat(tidemark.path("TIDEMARK_DATABASE_USER")).isEqualTo(database.path("POSTGRES_USER"));
        }
    }

    @Nested
    class GivenTheDockerfile {
        private final String dockerfile = read();

        @Test
        void thenItExposesThePublishedPort_andItsVolumeIsMounted() throws IOException {
            JsonNode service = ComposeFileTest.read(BASE).at("/services/tidemark");

            assertThat(texts(service.path("ports"))).allSatisfy(port -> assertThat(dockerfile)
                    .contains("EXPOSE " + port.substring(port.lastIndexOf(':') + 1)));
            assertThat(texts(service.path("volumes")))
                    .contains("data:" + instruction("VOLUME").orElseThrow());
        }

        @Test
        void thenTheContainerIsStoppedLaterThanTheService() throws IOException {
            String service = Files.readString(Path.of("src/dist/deb/tidemark.service"));
            String grace = ComposeFileTest.read(BASE)
                    .at("/services/tidemark/stop_grace_period")
                    .asText();

            assertThat(service).contains("TimeoutStopSec=" + grace + "\n");
        }

        @Test
        void thenItsEnvironmentConsistsOfSettings() {
            assertThat(Pattern.compile("(TIDEMARK_[A-Z_]+)=(\\S+)")
                            .matcher(dockerfile)
                            .results())
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(problem(variable.group(1), variable.group(2)))
                            .isEmpty());
        }

        private Optional<String> instruction(String name) {
            return dockerfile
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst();
        }

        private String read() {
            try {
                return Files.readString(Path.of("Dockerfile"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static Optional<String> problem(String name, String value) {
        return SettingCatalog.find(name).orElseThrow().check().problem(name, value);
    }

    private static Stream<String> secretFiles(String file) {
        try {
            return StreamSupport.stream(read(file).at("/secrets").spliterator(), false)
                    .map(secret -> secret.path("file").asText().replaceFirst("^\\./", ""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<JsonNode> services() throws IOException {
        return Stream.concat(
                        StreamSupport.stream(read(BASE).path("services").spliterator(), false),
                        StreamSupport.stream(read(POSTGRESQL).path("services").spliterator(), false))
                .toList();
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }

    private static Stream<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText);
    }

    private static JsonNode read(String file) throws IOException {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of(file)));
        return MAPPER.valueToTree(document);
    }

    private static JsonSchema schema() {
        try {
            ObjectNode schema = (ObjectNode) MAPPER.readTree(
                    Path.of("src/test/resources/compose/compose_spec.json").toFile());
            // The draft that it follows, whatever it says. Its format "duration" is that of Go.
            schema.remove("$schema");
            schema.remove("id");
            return JsonSchemaFactory.getInstance(VersionFlag.V4)
                    .getSchema(
                            schema,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(false)
                                    .build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
