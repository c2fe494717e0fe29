package dev.tidemark.prober.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program that a path starts, and its age. Packages start Chromium by a shell script, whose date says nothing, so
 * the program that it names is looked for.
 */
public final class ProgramFile {

    private static final long MAX_SCRIPT_BYTES = 64 << 10;
    private static final Pattern PATH = Pattern.compile("/[\\w.+-]+(?:/[\\w.+-]+)+");

    private ProgramFile() {}

    /** Time since the last modification, which packages set to the date of the build; empty if it is unknown. */
    public static Optional<Duration> age(Path started, Instant now) {
        try {
            Path file = started.toRealPath();
            if (Files.size(file) > MAX_SCRIPT_BYTES) {
                return Optional.of(Duration.between(modified(file), now));
            }
            return programs(file).max(Comparator.naturalOrder()).map(date -> Duration.between(date, now));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Stream<Instant> programs(Path script) throws IOException {
        String text = new String(Files.readAllBytes(script), java.nio.charset.StandardCharsets.ISO_8859_1);
        return Stream.concat(
                        PATH.matcher(text).results().map(MatchResult::group).map(Path::of),
                        Stream.of(script.getParent()))
                .flatMap(path -> Stream.of(
                        path, path.resolve(script.getFileName()), path.resolve("chromium"), path.resolve("chrome")))
                .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                .filter(ProgramFile::isBinary)
                .map(ProgramFile::modified);
    }

    private static boolean isBinary(Path file) {
        try {
            return Files.size(file) > MAX_SCRIPT_BYTES
                    && file.getFileName().toString().startsWith("chrom");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Instant modified(Path file) {
        return Instant.ofEpochMilli(file.toFile().lastModified());
    }
}
