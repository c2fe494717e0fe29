package dev.tidemark.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.system.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The release archive on this machine, as the manual says: unpacked by a user without privileges, read-only, in a new directory. */
class ArchiveIT {
    private static final int MEGABYTE = 1_000_000;
    private UnprivilegedMachine machine;
    private ReleaseFiles release;
    private int port;

    @BeforeEach
    void prepare() throws Exception {
        release = ReleaseFiles.built();
        port = Ports.free();
        machine = UnprivilegedMachine.create(port, release.hasRuntime());
    }

    @AfterEach
    void delete() throws Exception {
        machine.delete();
    }

    @Test
    void whenTheManualIsFollowed_thenTheFirstDataPointIsThereWithin3Minutes() throws Exception {
        try (ArchiveInstallation installation = new ArchiveInstallation(machine, release, port)) {
            assertThat(installation.follow()).isLessThan(ArchiveInstallation.LIMIT);

            assertThat(processes(installation))
                    .filteredOn(program -> program.endsWith("/bin/java"))
                    .isNotEmpty()
                    .allSatisfy(java -> assertThat(java.contains("/tidemark-" + release.version() + "/jre/"))
                            .isEqualTo(release.hasRuntime()));
        }
        assertThat(machine.folder().resolve("tidemark.zip")).isNotEmptyFile();
    }

    @Test
    void thenItContainsWhatTheManualSays_withoutBuildDirectories() throws Exception {
        List<String> entries = Shell.run("tar tzf " + Shell.quoted(release.archive()))
                .lines()
                .map(entry -> entry.replaceFirst("^tidemark-" + release.version() + "/", ""))
                .toList();

        assertThat(entries)
                .contains(
                        "bin/tidemark",
                        "conf/tidemark.properties",
                        "probes/calibration.yaml",
                        "tidemark.war",
                        "bom.json",
                        "LICENSE",
                        "playwright-driver/node",
                        "postgresql/bin/postgres")
                .noneMatch(entry -> entry.contains("/log/") || entry.contains("/tmp/") || entry.endsWith(".log"));
        assertThat(entries.contains("jre/bin/java")).isEqualTo(release.hasRuntime());
        assertThat(Files.size(release.archive())).isLessThan(350L * MEGABYTE);
    }

    /** Programs of the server's processes, the browser and PostgreSQL included. */
    private static List<String> processes(ArchiveInstallation installation) throws IOException {
        ProcessHandle launcher = installation.launcher();
        return Stream.concat(Stream.of(launcher), launcher.descendants())
                .map(process -> Path.of("/proc", String.valueOf(process.pid()), "exe"))
                .filter(Files::exists)
                .map(ArchiveIT::target)
                .collect(Collectors.toList());
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException ended) {
            return "";
        }
    }
}
