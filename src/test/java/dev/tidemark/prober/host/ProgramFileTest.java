package dev.tidemark.prober.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFileTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path folder;

    private Path file(String name, byte[] content, int daysOld) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(daysOld))));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void whenItIsAProgram_thenItsDateCounts() throws IOException {
        Path program = file("chrome", new byte[100_000], 61);

        assertThat(ProgramFile.age(program, NOW)).contains(Duration.ofDays(61));
    }

    @Test
    void whenItIsAScript_thenTheDateOfTheProgramThatItNamesCounts() throws IOException {
        Path program = file("lib/chromium/chromium-headless-shell", new byte[100_000], 8);
        Path script = file(
                "bin/chromium-headless-shell",
                ("#!/bin/sh -e\n" + program + " \"$@\"\n").getBytes(StandardCharsets.UTF_8),
                100);

        assertThat(ProgramFile.age(script, NOW)).contains(Duration.ofDays(8));
    }

    @Test
    void whenAScriptNamesOnlyTheDirectory_thenTheProgramInItCounts() throws IOException {
        Path program = file("lib/chromium/chromium", new byte[100_000], 9);
        Path script = file(
                "bin/chromium",
                ("#!/bin/sh\nLIBDIR=" + program.getParent() + "\nexec $LIBDIR/$APPNAME \"$@\"\n")
                        .getBytes(StandardCharsets.UTF_8),
                100);

        assertThat(ProgramFile.age(script, NOW)).contains(Duration.ofDays(9));
    }

    @Test
    void whenNoProgramIsFound_thenTheAgeIsUnknown() throws IOException {
        assertThat(ProgramFile.age(file("bin/wrapper", "exec something".getBytes(StandardCharsets.UTF_8), 100), NOW))
                .isEmpty();
        assertThat(ProgramFile.age(folder.resolve("missing"), NOW)).isEmpty();
    }
}
