package dev.tidemark.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path folder;

    @Nested
    class GivenARunningTidemark {
        @Test
        void whenAnotherStarts_thenTheMessageNamesProcessDirectoryAndRemedy() throws IOException {
            try (DataDirectory first = DataDirectory.lock(folder)) {
                assertThatThrownBy(() -> DataDirectory.lock(first.folder()))
                        .isInstanceOf(LaunchException.class)
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid())
                        .hasMessageContaining(folder.toString())
                        .hasMessageContaining("TIDEMARK_DATA_DIR=");
            }
        }
    }

    @Nested
    class GivenAStoppedTidemark {
        @Test
        void whenAnotherStarts_thenItSucceeds() throws IOException {
            DataDirectory.lock(folder).close();

            try (DataDirectory second = DataDirectory.lock(folder)) {
                assertThat(second.folder()).isEqualTo(folder);
            }
        }
    }

    @Nested
    class GivenAFileInItsPlace {
        @Test
        void whenItIsUsed_thenTheMessageNamesTheSetting() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "");

            assertThatThrownBy(() -> DataDirectory.lock(file)).hasMessageContaining("TIDEMARK_DATA_DIR");
        }
    }
}
