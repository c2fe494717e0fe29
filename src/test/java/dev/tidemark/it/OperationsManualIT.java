package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.operation.Invocation;
import dev.tidemark.launcher.system.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the commands of the manual, except those of the installation, which need packages: {@code dev.tidemark.it.release}.
 */
class OperationsManualIT {
    private static final TestServer SERVER = TestServer.running();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"backup.md", "upgrade.md", "troubleshooting.md"})
    void whenThePageIsFollowed_thenEveryCommandSucceeds(String page) throws Exception {
        Map<String, Map<String, String>> machines = machines();
        List<ManualBlock> blocks = ManualBlock.of(page);
        for (ManualBlock block : blocks) {
            Process shell = shell(block.commands(), machines.get(block.machine()));
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(shell.waitFor())
                    .as("%s%n%s%n%s", page, block.commands(), output)
                    .isZero();
        }
        assertThat(blocks).isNotEmpty();
    }

    private Process shell(String commands, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-ec", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TIDEMARK_"));
        builder.environment().putAll(settings);
        builder.environment().put("PATH", program().getParent() + ":" + System.getenv("PATH"));
        return builder.start();
    }

    /** The program, without an installation. */
    private Path program() throws IOException {
        Path program = folder.resolve("bin/tidemark");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nexec " + String.join(" ", Invocation.program()) + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    /** Settings by the name of the machine. */
    private Map<String, Map<String, String>> machines() throws Exception {
        TestDatabase external = TestDatabase.empty();
        Map<String, String> machine2 = new HashMap<>(Map.of(
                "TIDEMARK_HOME", BuildDirectory.folder("").toString(),
                "TIDEMARK_DATA_DIR", folder.resolve("machine-2").toString(),
                "TIDEMARK_PROBES_DIR", folder.resolve("probes").toString(),
                "TIDEMARK_HTTP_PORT", String.valueOf(Ports.free()),
                "TIDEMARK_CHROMIUM", TestSetting.of("TIDEMARK_CHROMIUM")));
        Map<String, String> otherDatabase = new HashMap<>(machine2);
        otherDatabase.put("TIDEMARK_DATA_DIR", folder.resolve("external").toString());
        otherDatabase.put("TIDEMARK_DATABASE_URL", external.url());
        otherDatabase.put("TIDEMARK_DATABASE_USER", external.user());
        otherDatabase.put("TIDEMARK_DATABASE_PASSWORD", external.password());
        Map<String, String> running = new HashMap<>(SERVER.settings());
        running.put("TIDEMARK_HOME", machine2.get("TIDEMARK_HOME"));
        running.remove("TIDEMARK_JAVA_OPTS");
        return Map.of("", running, "machine-2", machine2, "external-database", otherDatabase);
    }
}
