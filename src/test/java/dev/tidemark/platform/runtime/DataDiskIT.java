package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.SmallDisk;
import java.io.IOException;
import java.nio.file.Path;
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

    private String onTmpfs(String options, String preparation) throws IOException, InterruptedException {
        return SmallDisk.run(folder, options, preparation, DiskStateCommand.class);
    }
}
