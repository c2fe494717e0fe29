package dev.tidemark.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The age of a browser: of its program file, which packages date with the build. Scripts that start it name the program. */
final class BrowserAge {
    /** Chromium fixes exploited vulnerabilities in each of its releases, of which there are at least two in this time. */
    private static final Duration MAXIMUM = Duration.ofDays(60);

    private static final long MAX_SCRIPT_BYTES = 64 << 10;
    private static final Pattern PATH = Pattern.compile("/[\\w.+-]+(?:/[\\w.+-]+)+");

    private BrowserAge() {}

    /** A warning if it is older than 60 days. */
    static Optional<Finding> warning(Path started, Instant now) throws IOException {
        return built(started.toRealPath())
                .map(built -> Duration.between(built, now))
                .filter(age -> age.compareTo(MAXIMUM) > 0)
                .map(
                        age -> Finding.warning(
                                "browser age",
                                "Chromium is " + age.toDays() + " days old.",
                                "Update it: newer versions fix known vulnerabilities, and probes load pages that nobody vouches for."));
    }

    private static Optional<Instant> built(Path file) throws IOException {
        if (Files.size(file) > MAX_SCRIPT_BYTES) {
            return Optional.of(modified(file));
        }
        String script = Files.readString(file, StandardCharsets.ISO_8859_1);
        return Stream.concat(
                        PATH.matcher(script).results().map(MatchResult::group).map(Path::of),
                        Stream.of(file.getParent()))
                .flatMap(path -> Stream.of(path, path.resolve(file.getFileName()), path.resolve("chromium")))
                .filter(path -> path.getFileName().toString().startsWith("chrom"))
                .filter(path -> Files.isRegularFile(path) && path.toFile().length() > MAX_SCRIPT_BYTES)
                .map(BrowserAge::modified)
                .max(Comparator.naturalOrder());
    }

    private static Instant modified(Path file) {
        return Instant.ofEpochMilli(file.toFile().lastModified());
    }
}
