package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real disks: small file systems in memory, in a mount namespace of their own. */
class DataDiskIT {
    @TempDir
    Path folder;

    @Nested
    class GivenADiskWithSpace {
        @Test
        void whenItIsChecked_thenThereIsNoProblemAndNoFileRemains() throws IOException {
            assertThat(new DataDisk(folder).state().problem()).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Nested
    class GivenAFullDisk {
        @Test
        void whenItIsChecked_thenTheProblemIsNamed() throws Exception {
            assertThat(onTmpfs("size=1m", "true")).contains("problem: less than 50 MB are free");
        }
    }

    @Nested
    class GivenADiskWithoutInodes {
        @Test
        void whenItIsChecked_thenTheProblemIsNamed() throws Exception {
            assertThat(onTmpfs("size=100m,nr_inodes=2", "touch disk/last"))
                    .contains("problem: No space left on device");
        }
    }

    @Nested
    class GivenADiskThatIsMountedReadOnly {
        @Test
        void whenItIsChecked_thenTheProblemIsNamed() throws Exception {
            assertThat(onTmpfs("size=100m", "mount -o remount,ro disk")).contains("problem: Read-only file system");
        }
    }

    @Nested
    class GivenAMissingDirectory {
        @Test
        void whenItIsChecked_thenTheProblemIsNamed() {
            assertThat(new DataDisk(folder.resolve("missing")).state().problem())
                    .isPresent();
        }
    }

    /** Checks a file system of its own in another process, which ends with it. */
    private String onTmpfs(String options, String preparation) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("disk"));
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String classes = Path.of("target/classes").toAbsolutePath() + ":"
                + Path.of("target/test-classes").toAbsolutePath();
        String script = "mount -t tmpfs -o " + options + " tmpfs disk && " + preparation + " && exec " + java + " -cp "
                + classes + " " + DiskStateCommand.class.getName() + " disk";
        Process process = new ProcessBuilder(
                        List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assumeTrue(!output.contains("unshare:"), "User namespaces are not available");
        return output;
    }
}
