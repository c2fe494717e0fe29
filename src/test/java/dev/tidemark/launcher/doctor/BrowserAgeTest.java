package dev.tidemark.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserAgeTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path program(Duration age) throws IOException {
        Path file = Files.write(folder.resolve("chromium-program"), new byte[100_000]);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "P60D, false", "P60DT1S, true", "P400D, true"})
    void whenTheProgramIsOlderThan60Days_thenItIsAWarning(Duration age, boolean warned) throws IOException {
        assertThat(BrowserAge.warning(program(age), NOW).isPresent()).isEqualTo(warned);
    }

    @Test
    void whenItIsStartedByANewScriptAndALink_thenTheProgramCounts() throws IOException {
        Path program = program(Duration.ofDays(61));
        Path script = Files.writeString(folder.resolve("start"), "#!/bin/sh\nexec " + program + " \"$@\"\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), script);

        assertThat(BrowserAge.warning(link, NOW))
                .hasValueSatisfying(finding -> assertThat(finding.found()).contains("61 days old"));
    }

    @Test
    void whenTheScriptNamesNoProgram_thenNothingIsClaimed() throws IOException {
        Path script = Files.writeString(folder.resolve("start"), "#!/bin/sh\n");

        assertThat(BrowserAge.warning(script, NOW)).isEmpty();
    }
}
