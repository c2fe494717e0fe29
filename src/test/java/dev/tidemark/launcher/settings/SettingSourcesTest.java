package dev.tidemark.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingSourcesTest {
    @TempDir
    Path folder;

    private final Properties properties = new Properties();
    private final Map<String, String> environment = new java.util.HashMap<>();
    private Path file;

    @BeforeEach
    void locate() throws IOException {
        file = Files.createDirectories(folder.resolve("conf")).resolve("tidemark.properties");
        environment.put("TIDEMARK_HOME", folder.toString());
    }

    private Map<String, String> read() {
        return LauncherSettings.combined(properties, environment);
    }

    private void write(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines));
    }

    private void refuses(String... messages) {
        assertThatThrownBy(this::read)
                .isInstanceOf(LaunchException.class)
                .satisfies(failed -> assertThat(failed.getMessage().lines()).containsExactlyInAnyOrder(messages));
    }

    @Nested
    class GivenTheSuppliedFile {
        @Test
        void whenEverySettingIsUncommentedWithItsDefault_thenItIsAccepted() throws IOException {
            write(Files.readString(Path.of("src/dist/conf/tidemark.properties")).replaceAll("(?m)^#(TIDEMARK_)", "$1"));

            assertThat(read()).containsEntry("TIDEMARK_HTTP_PORT", "8080").containsEntry("TIDEMARK_KEEP_RUNS", "P400D");
        }
    }

    @Nested
    class GivenSeveralSources {
        @Test
        void thenTheEnvironmentWinsOverTheFileAndASystemPropertyOverBoth() throws IOException {
            write("TIDEMARK_LOCATION=file", "TIDEMARK_HTTP_PORT=1", "TIDEMARK_SMTP_PORT=1");
            environment.putAll(Map.of("TIDEMARK_HTTP_PORT", "2", "TIDEMARK_SMTP_PORT", "2"));
            properties.setProperty("TIDEMARK_SMTP_PORT", "3");

            assertThat(read())
                    .containsEntry("TIDEMARK_LOCATION", "file")
                    .containsEntry("TIDEMARK_HTTP_PORT", "2")
                    .containsEntry("TIDEMARK_SMTP_PORT", "3");
        }

        @Test
        void whenAnInvalidValueOfTheFileIsOverridden_thenItIsNotUsed() throws IOException {
            write("TIDEMARK_HTTP_PORT=none");
            environment.put("TIDEMARK_HTTP_PORT", "9000");

            assertThat(read()).containsEntry("TIDEMARK_HTTP_PORT", "9000");
        }
    }

    @Nested
    class GivenAFile {
        @Test
        void whenAValueHasSpecialCharacters_thenTheyStandForThemselves() throws IOException {
            write(
                    "\ufeff# comment",
                    "! comment",
                    "",
                    "  TIDEMARK_WEBHOOK_SECRET = a#b=c\\u0041\"d ",
                    "TIDEMARK_SMTP_USER=\r");

            assertThat(read())
                    .containsEntry("TIDEMARK_WEBHOOK_SECRET", "a#b=c\\u0041\"d")
                    .doesNotContainKey("TIDEMARK_SMTP_USER");
        }

        @Test
        void whenSeveralLinesAreWrong_thenEachIsReportedWithItsLine() throws IOException {
            write(
                    "TIDEMARK_HTTP_PORT=80x",
                    "TIDEMARK_HTP_HOST=::",
                    "TIDEMARK_LOCATION berlin",
                    "TIDEMARK_JAVA_OPTS=\"-Xmx1g\"",
                    "TIDEMARK_LANGUAGE=de",
                    "TIDEMARK_LANGUAGE=en",
                    "http.port=1",
                    "TIDEMARK_DATA_DIR=data");

            refuses(
                    file + ":1: TIDEMARK_HTTP_PORT is \"80x\"; it must be a number from 1 to 65535",
                    file + ":2: Unknown setting TIDEMARK_HTP_HOST. Did you mean TIDEMARK_HTTP_HOST?",
                    file + ":3: \"TIDEMARK_LOCATION\" is not a setting. Write NAME=value, or # before a comment.",
                    file
                            + ":4: TIDEMARK_JAVA_OPTS is quoted. Remove the quotation marks: they would be part of the value.",
                    file + ":6: TIDEMARK_LANGUAGE is already set in " + file + ":5. Remove one of the two.",
                    file + ":7: Unknown setting http.port. See the list in settings.md.",
                    file
                            + ":8: TIDEMARK_DATA_DIR is \"data\". Use an absolute path here: a relative one would depend on where tidemark is started.");
        }

        @Test
        void whenItIsNotUtf8_thenThatIsReported() throws IOException {
            Files.write(file, "TIDEMARK_LOCATION=münchen".getBytes(StandardCharsets.ISO_8859_1));

            refuses(file + " is not encoded as UTF-8. Save it as UTF-8.");
        }

        @Test
        void whenTheNamedOneIsMissing_thenThatIsReported() {
            environment.put("TIDEMARK_CONF", folder.resolve("none").toString());

            refuses(folder.resolve("none") + " does not exist. Create it, or correct TIDEMARK_CONF.");
        }
    }

    @Nested
    class GivenASecretInAFile {
        private void secret(String name, String content) throws IOException {
            environment.put(
                    name, Files.writeString(folder.resolve("secret"), content).toString());
        }

        @ParameterizedTest
        @ValueSource(strings = {"tide water", "tide water\n", "tide water\r\n"})
        void thenItIsTheContentWithoutTheLineBreakAtTheEnd(String content) throws IOException {
            secret("TIDEMARK_ADMIN_PASSWORD_FILE", content);

            assertThat(read())
                    .containsEntry("TIDEMARK_ADMIN_PASSWORD", "tide water")
                    .doesNotContainKey("TIDEMARK_ADMIN_PASSWORD_FILE");
        }

        @Test
        void whenTheConfigurationFileHasAnother_thenTheEnvironmentWins() throws IOException {
            write("TIDEMARK_API_TOKEN=from-the-file");
            secret("TIDEMARK_API_TOKEN_FILE", "from-a-secret");

            assertThat(read()).containsEntry("TIDEMARK_API_TOKEN", "from-a-secret");
        }

        @Test
        void whenTheValueIsSetAsWell_thenThatIsReported() throws IOException {
            secret("TIDEMARK_API_TOKEN_FILE", "one");
            environment.put("TIDEMARK_API_TOKEN", "other");

            refuses("Both TIDEMARK_API_TOKEN and TIDEMARK_API_TOKEN_FILE are set. Remove one of them.");
        }

        @Test
        void whenItCannotBeUsed_thenTheReasonIsReportedWithoutTheContent() throws IOException {
            secret("TIDEMARK_API_TOKEN_FILE", " \n");
            environment.put("TIDEMARK_SMTP_PASSWORD_FILE", "/none/of/these");
            String remedy = ". Name a readable file that contains only the secret.";

            refuses(
                    "TIDEMARK_API_TOKEN_FILE names the file " + folder.resolve("secret") + ", which is empty" + remedy,
                    "TIDEMARK_SMTP_PASSWORD_FILE names the file /none/of/these, which does not exist" + remedy);
        }

        @Test
        void whenTheSettingIsNoSecret_thenTheRemedyIsNamed() throws IOException {
            secret("TIDEMARK_SMTP_HOST_FILE", "mail.example");

            refuses("TIDEMARK_SMTP_HOST_FILE is not a setting: only secrets can be read from a file."
                    + " Set TIDEMARK_SMTP_HOST itself.");
        }
    }

    @Nested
    class GivenANameInTheEnvironment {
        @ParameterizedTest
        @CsvSource({
            "TIDEMARK_HTTP_PROT, TIDEMARK_HTTP_PORT",
            "TIDEMARK_DATABASE_PASWORD, TIDEMARK_DATABASE_PASSWORD",
            "TIDEMARK_ALLOWED_NETWORKS, TIDEMARK_ALLOW_NETWORKS",
            "TIDEMARK_API_TOKEN_FIEL, TIDEMARK_API_TOKEN_FILE"
        })
        void whenItIsMisspelled_thenTheNearestIsNamed(String given, String meant) {
            environment.put(given, "x");

            refuses("Unknown setting " + given + ". Did you mean " + meant + "?");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"TIDEMARK_FILM", "TIDEMARK_SERVICE_HOST", "TIDEMARK_PORT_8080_TCP_ADDR", "TIDEMARK_PORT"})
        void whenItIsAFormerOne_orOneOfKubernetes_thenItIsAccepted(String name) {
            environment.put(name, "false");

            assertThat(read()).isNotNull();
        }
    }
}
