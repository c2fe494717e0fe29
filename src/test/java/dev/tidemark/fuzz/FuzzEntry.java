package dev.tidemark.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer calls: https://github.com/CodeIntelligenceTesting/jazzer#jvm-libfuzzer-mode. The target is a system property. */
public final class FuzzEntry {

    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("tidemark.fuzz.target"));

    private FuzzEntry() {}

    /** Called once, by name: loads and instruments the classes, which takes seconds and would look like a slow input. */
    public static void fuzzerInitialize() throws IOException {
        for (FuzzTarget target : FuzzTarget.values()) {
            for (Path seed : FuzzInputs.of(target)) {
                target.run(new String(Files.readAllBytes(seed), StandardCharsets.UTF_8));
                TARGET.run(new String(Files.readAllBytes(seed), StandardCharsets.UTF_8));
            }
        }
    }

    /** Called with each input, by name. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(new String(input, StandardCharsets.UTF_8));
    }
}
