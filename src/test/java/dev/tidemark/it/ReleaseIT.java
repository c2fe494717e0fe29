package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts Tidemark as it is started after unpacking the release archive: bin/tidemark, from another directory, without any setting but the port. */
class ReleaseIT {
    private static final int STOPPED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    private ReleaseLayout release;
    private int port;

    @BeforeEach
    void layOut() throws IOException {
        release = ReleaseLayout.create();
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @Test
    void whenStartedAndStopped_thenItIsReady_andAllStateIsInTheDataDirectory() throws Exception {
        List<String> before = release.files();
        Process server = start("server");

        assertThat(awaitReady(server)).as(output("server")).isTrue();
        assertThat(output("status")).contains("Tidemark is ready at http://127.0.0.1:" + port + "/");
        Path data = folder.resolve("share/tidemark");
        assertThat(data.resolve("probes/calibration.yaml")).exists();
        assertThat(release.files()).isEqualTo(before);
        assertThat(entries(folder)).containsExactlyInAnyOrder("share", "server.out", "status.out");
        verifyRotation(data);

        List<ProcessHandle> children = server.descendants().toList();
        server.destroy();
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(STOPPED_BY_SIGTERM);
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(run("status")).isEqualTo(1);
        verifyRefusalWithoutTheKey(data);
    }

    private void verifyRotation(Path data) throws Exception {
        String before = Files.readString(data.resolve("encryption.key")).strip();

        assertThat(run("rotate-key")).isZero();

        assertThat(Files.readString(data.resolve("encryption.key"))).endsWith(before + "\n");
        Path log = data.resolve("log/server.log");
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!Files.readString(log).contains("All values are encrypted with key")) {
            assertThat(System.nanoTime()).as("the rotation completes").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertThat(run("status")).isZero();
    }

    private void verifyRefusalWithoutTheKey(Path data) throws Exception {
        Path key = data.resolve("encryption.key");
        Files.move(key, folder.resolve("encryption.key"));

        assertThat(run("server")).isEqualTo(1);

        assertThat(output("server")).contains(key + " does not exist", "Restore the file");
        assertThat(key).doesNotExist();
    }

    @Test
    void whenASettingIsInvalid_thenNothingIsStarted() throws Exception {
        port = 0;

        assertThat(run("server")).isEqualTo(1);
        assertThat(output("server")).contains("TIDEMARK_HTTP_PORT is \"0\"; it must be a number from 1 to 65535");
        assertThat(entries(folder)).containsExactly("server.out");
    }

    private boolean awaitReady(Process server) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (server.isAlive() && System.nanoTime() < deadline) {
            if (run("status") == 0) {
                return true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return false;
    }

    private int run(String command) throws Exception {
        return start(command).waitFor();
    }

    private Process start(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        new ArrayList<>(List.of(release.program().toString(), command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command + ".out").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TIDEMARK_"));
        builder.environment().put("XDG_DATA_HOME", folder.resolve("share").toString());
        builder.environment().put("TIDEMARK_HTTP_PORT", String.valueOf(port));
        builder.environment().put("TIDEMARK_CHROMIUM", TestBrowser.chromium().toString());
        return builder.start();
    }

    private String output(String command) throws IOException {
        return Files.readString(folder.resolve(command + ".out"));
    }

    private static List<String> entries(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
