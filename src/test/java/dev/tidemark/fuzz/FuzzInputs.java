package dev.tidemark.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that the fuzzer starts with, and those in which it found a fault. */
public final class FuzzInputs {

    private static final Path FOLDER = Path.of("src/test/resources/dev/tidemark/fuzz");

    private FuzzInputs() {}

    /** The folder of a target. */
    public static Path folder(FuzzTarget target) {
        return FOLDER.resolve(target.folder());
    }

    static List<Path> of(FuzzTarget target) throws IOException {
        try (Stream<Path> files = Files.list(folder(target))) {
            return files.sorted().toList();
        }
    }
}
