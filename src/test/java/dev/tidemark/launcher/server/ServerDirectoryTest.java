package dev.tidemark.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDirectoryTest {
    private static final String MAIL = "<custom-server name=\"smtp\" outbound-socket-binding-ref=\"tidemark-smtp\"/>";

    @TempDir
    Path home;

    @BeforeEach
    void build() throws IOException {
        Path configuration = Files.createDirectories(home.resolve("server/standalone/configuration"));
        Files.writeString(configuration.resolve("standalone.xml"), MAIL);
        Files.writeString(home.resolve("tidemark.war"), "the new one");
    }

    @Nested
    class GivenAnEarlierStart {
        @Test
        void whenPrepared_thenOnlyTheNewWarIsDeployed() throws IOException {
            Path deployments = Files.createDirectories(home.resolve("data/server/deployments"));
            Files.writeString(deployments.resolve("tidemark.war"), "the old one");
            Files.writeString(deployments.resolve("tidemark.war.failed"), "");

            ServerDirectory directory = ServerDirectory.prepare(settings(Map.of()));

            assertThat(deployments.resolve("tidemark.war")).hasContent("the new one");
            assertThat(directory.deploymentFailed()).isFalse();
        }
    }

    @Nested
    class GivenAMailServer {
        @Test
        void whenItRequiresAuthentication_thenCredentialsComeFromTheEnvironment() throws IOException {
            ServerDirectory directory = ServerDirectory.prepare(settings(Map.of("TIDEMARK_SMTP_USER", "tide")));

            assertThat(directory.folder().resolve("configuration/standalone.xml"))
                    .content()
                    .contains("username=\"${env.TIDEMARK_SMTP_USER}\" password=\"${env.TIDEMARK_SMTP_PASSWORD:}\"");
        }

        @Test
        void whenItRequiresNone_thenThereAreNoCredentials() throws IOException {
            ServerDirectory directory = ServerDirectory.prepare(settings(Map.of()));

            assertThat(directory.folder().resolve("configuration/standalone.xml"))
                    .hasContent(MAIL);
        }
    }

    @Nested
    class GivenALogFormat {
        private static final String TEXT = "<named-formatter name=\"PATTERN\"/><formatter name=\"PATTERN\">";

        @Test
        void whenItIsJson_thenTheFileHandlerUsesThatFormatter() throws IOException {
            Files.writeString(home.resolve("server/standalone/configuration/standalone.xml"), TEXT);

            ServerDirectory directory = ServerDirectory.prepare(settings(Map.of("TIDEMARK_LOG_FORMAT", "json")));

            assertThat(directory.folder().resolve("configuration/standalone.xml"))
                    .hasContent("<named-formatter name=\"JSON\"/>"
                            + "<formatter name=\"JSON\"><json-formatter/></formatter><formatter name=\"PATTERN\">");
        }
    }

    @Nested
    class GivenNothingIsBuilt {
        @Test
        void whenPrepared_thenTheMessageContainsTheBuildCommand() throws IOException {
            Files.delete(home.resolve("tidemark.war"));

            assertThatThrownBy(() -> ServerDirectory.prepare(settings(Map.of())))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("mvn -Pstart");
        }
    }

    private LauncherSettings settings(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(more);
        given.put("TIDEMARK_HOME", home.toString());
        given.put("TIDEMARK_DATA_DIR", home.resolve("data").toString());
        return LauncherSettings.of(given);
    }
}
