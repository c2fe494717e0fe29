package dev.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of the release, with programs named java that only print. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    @TempDir
    Path folder;

    private Path script;
    private String output;

    @BeforeEach
    void install() throws IOException {
        script = Files.createDirectories(folder.resolve("with space/bin")).resolve("tidemark");
        Files.copy(Path.of("src/dist/bin/tidemark"), script);
    }

    private int run(Path program, String javaHome) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "version", "a b").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        if (javaHome.isEmpty()) {
            builder.environment().remove("JAVA_HOME");
            builder.environment().put("PATH", tools().toString());
        }
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** What the script uses, without java. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : new String[] {"dirname", "readlink", "id", "sed", "head"}) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        return tools;
    }

    private String java(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\n[ \"$1\" = -version ] && { echo '" + version + "' >&2; exit; }\nprintf '<%s>' \"$@\"\n");
        java.toFile().setExecutable(true);
        return folder.resolve("jdk").toString();
    }

    @Nested
    class GivenAJavaThatIsNewEnough {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "openjdk version \"17.0.15\" 2025-04-15",
                    "java version \"17\" 2021-09-14 LTS",
                    "openjdk version \"26-ea\" 2026-03-17"
                })
        void thenTheLauncherGetsTheInstallationAndAllArguments(String version) throws Exception {
            assertThat(run(script, java(version))).isZero();

            String home = folder.resolve("with space").toRealPath().toString();
            assertThat(output)
                    .contains("<-DTIDEMARK_HOME=" + home + ">", "<" + home + "/lib/*>")
                    .endsWith("<dev.tidemark.launcher.Launcher><version><a b>");
        }

        @Test
        void whenTheScriptIsCalledThroughLinks_thenTheInstallationIsFound() throws Exception {
            Path link = Files.createSymbolicLink(folder.resolve("relative"), Path.of("with space/bin/tidemark"));
            Path second = Files.createSymbolicLink(folder.resolve("tidemark"), link);

            assertThat(run(second, java("openjdk version \"21.0.1\" 2023-10-17")))
                    .isZero();
            assertThat(output)
                    .contains("-DTIDEMARK_HOME=" + folder.resolve("with space").toRealPath());
        }
    }

    @Nested
    class GivenNoUsableJava {
        @ParameterizedTest
        @ValueSource(strings = {"java version \"1.8.0_392\"", "openjdk version \"16.0.2\" 2021-07-20"})
        void whenItIsTooOld_thenTheMessageNamesItAndTheRemedy(String version) throws Exception {
            assertThat(run(script, java(version))).isEqualTo(1);
            assertThat(output).contains("Tidemark needs Java 17 or newer; ", "/jdk/bin/java is Java ", "set JAVA_HOME");
        }

        @Test
        void whenJavaHomeHasNone_thenTheMessageNamesIt() throws Exception {
            assertThat(run(script, "/none")).isEqualTo(1);
            assertThat(output).contains("JAVA_HOME is /none, which has no bin/java.");
        }

        @Test
        void whenThereIsNone_thenTheMessageHasTheCommandsToInstallIt() throws Exception {
            assertThat(run(script, "")).isEqualTo(1);
            assertThat(output).contains("there is no java in PATH", "sudo apt-get install", "sudo dnf install");
        }

        @Test
        void whenItDoesNotRun_thenItsMessageIsShown() throws Exception {
            assertThat(run(script, java("Error: could not find libjava.so"))).isEqualTo(1);
            assertThat(output).contains("cannot be run: Error: could not find libjava.so");
        }
    }
}
