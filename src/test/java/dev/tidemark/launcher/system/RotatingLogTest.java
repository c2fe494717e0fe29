package dev.tidemark.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    @TempDir
    Path folder;

    @Nested
    class GivenAProgramThatPrintsWithoutEnd {
        @Test
        void whenItPrintsEightyMegabytes_thenFiftyAreKept() throws IOException {
            try (RotatingLog log = new RotatingLog(folder, "flood")) {
                String line = "x".repeat(99_999);
                for (int i = 0; i < 800; i++) {
                    log.line(line);
                }
            }

            assertThat(sizes()).hasSize(5).allSatisfy(size -> assertThat(size).isLessThan(10_200_000));
        }
    }

    @Nested
    class GivenTwoLines {
        @Test
        void whenClosed_thenTheyAreInTheNewestFileAndRemembered() {
            RotatingLog log = new RotatingLog(folder, "quiet");
            log.line("one");
            log.line("two");
            log.close();

            assertThat(folder.resolve("quiet.0.log")).hasContent("one\ntwo\n");
            assertThat(log.lastLines()).isEqualToNormalizingNewlines("one\ntwo");
        }
    }

    private List<Long> sizes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.toFile().length()).toList();
        }
    }
}
