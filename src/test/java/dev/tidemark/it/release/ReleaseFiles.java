package dev.tidemark.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What {@code mvn -Pdist package} makes. */
record ReleaseFiles(Path archive) {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    static ReleaseFiles built() throws IOException {
        String end = "-" + System.getProperty("tidemark.release.id", "linux-x64") + ".tar.gz";
        return new ReleaseFiles(
                only(file -> file.startsWith("tidemark-") && file.endsWith(end), "tidemark-VERSION" + end));
    }

    String version() {
        String name = archive.getFileName().toString();
        return name.substring("tidemark-".length(), name.indexOf("-linux-"));
    }

    boolean hasRuntime() {
        return archive.toString().endsWith("-jre.tar.gz");
    }

    Path debianPackage() throws IOException {
        return only(
                file -> file.equals("tidemark_" + version() + "_amd64.deb"), "tidemark_" + version() + "_amd64.deb");
    }

    /** Commands of the manual, with the names of these files. */
    String named(String commands) {
        return commands.replace(
                        "tidemark-VERSION-linux-x64.tar.gz",
                        archive.getFileName().toString())
                .replace("NEWVERSION", version())
                .replace("VERSION", version());
    }

    /** Puts files with their checksums into a folder. */
    static void copy(Path file, Path folder) throws IOException {
        for (Path source : List.of(file, Path.of(file + ".sha256"))) {
            Files.copy(source, folder.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path only(java.util.function.Predicate<String> name, String description) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> found = files.filter(file -> name.test(file.getFileName().toString()))
                    .toList();
            assertThat(found)
                    .as("target/%s: build it with mvn -Pdist package", description)
                    .hasSize(1);
            return found.get(0);
        }
    }
}
