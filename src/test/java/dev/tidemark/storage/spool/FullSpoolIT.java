package dev.tidemark.storage.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.SmallDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool on a real disk that becomes full. */
class FullSpoolIT {

    @TempDir
    Path folder;

    @Test
    void whenTheDiskIsFull_thenTheSpoolIsBoundedAndComplete_andItRecovers() throws Exception {
        assertThat(SmallDisk.run(folder, "size=600k", "true", SpoolCommand.class))
                .contains(
                        "lost the first one after as many as can be read: true",
                        "with artifacts at first, without at last: true false",
                        "on disk after a restart: all but " + ResultSpool.MAX_IN_MEMORY,
                        "other files: 0",
                        "accepted when there is room again: true",
                        "on disk then: 1",
                        "No space left on device",
                        "; it stays in memory",
                        ", and is lost");
    }
}
