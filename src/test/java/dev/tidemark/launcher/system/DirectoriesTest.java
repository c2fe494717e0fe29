package dev.tidemark.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
    @TempDir
    Path folder;

    @Test
    void givenAFileOfAReadOnlyInstallation_whenCopied_thenTheCopyIsWritable() throws IOException {
        Path original = Files.createDirectories(folder.resolve("from")).resolve("standalone.xml");
        Files.writeString(original, "<server/>");
        Files.setPosixFilePermissions(original, PosixFilePermissions.fromString("r--r--r--"));

        Directories.copy(folder.resolve("from"), folder.resolve("to"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("to/standalone.xml")))
                .contains(PosixFilePermission.OWNER_WRITE);
    }
}
