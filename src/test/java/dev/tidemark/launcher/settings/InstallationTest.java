package dev.tidemark.launcher.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
    @TempDir
    Path home;

    @Nested
    class GivenAnUnpackedRelease {
        @BeforeEach
        void unpack() throws IOException {
            for (String file : new String[] {"bin/tidemark", "playwright-driver/node", "postgresql/bin/postgres"}) {
                Files.createDirectories(home.resolve(file).getParent());
                Files.createFile(home.resolve(file));
            }
            Files.createDirectories(home.resolve("server/standalone/configuration"));
            try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(home.resolve("tidemark.war")))) {
                war.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
            }
        }

        @Test
        void whenItIsComplete_thenItIsAccepted() {
            assertThatCode(() -> new Installation(home).requireComplete(true)).doesNotThrowAnyException();
        }

        @ParameterizedTest
        @ValueSource(strings = {"tidemark.war", "playwright-driver/node", "postgresql/bin/postgres"})
        void whenAFileIsMissing_thenItIsRefusedWithFileAndRemedy(String file) throws IOException {
            Files.delete(home.resolve(file));

            assertThatThrownBy(() -> new Installation(home).requireComplete(true))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage(
                            "The installation in " + home + " is not complete. Missing: " + file
                                    + ". Compare the checksum of the archive and unpack it again, or install the package again.");
        }

        @Test
        void whenAnExternalDatabaseIsUsed_thenItsOwnIsNotNeeded() throws IOException {
            Files.delete(home.resolve("postgresql/bin/postgres"));

            assertThatCode(() -> new Installation(home).requireComplete(false)).doesNotThrowAnyException();
        }

        @Test
        void whenTheWarIsTruncated_thenItIsRefused() throws IOException {
            Files.writeString(home.resolve("tidemark.war"), "PK truncated");

            assertThatThrownBy(() -> new Installation(home).requireComplete(true))
                    .hasMessageContaining("tidemark.war is damaged")
                    .hasMessageContaining("unpack it again");
        }
    }

    @Nested
    class GivenABuildDirectory {
        @Test
        void whenNothingIsThere_thenTheStartFromSourceReportsIt() {
            assertThatCode(() -> new Installation(home).requireComplete(true)).doesNotThrowAnyException();
        }
    }
}
