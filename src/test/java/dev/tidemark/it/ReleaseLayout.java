package dev.tidemark.it;

import dev.tidemark.launcher.system.Directories;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The layout of the release archive (src/dist/release.xml), with links to the output of the build: packing and unpacking half a
 * gigabyte would take longer than the test.
 */
record ReleaseLayout(Path home) {

    static ReleaseLayout create() throws IOException {
        Path home = Files.createDirectories(BuildDirectory.emptied("release"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("src/dist/bin/tidemark"), home.resolve("bin/tidemark"));
        for (String built : List.of("server", "tidemark.war", "playwright-driver", "postgresql")) {
            Files.createSymbolicLink(home.resolve(built), BuildDirectory.folder(built));
        }
        Directories.copy(Path.of("src/dist/conf"), home.resolve("conf"));
        Directories.copy(Path.of("probes"), home.resolve("probes"));
        libraries(Files.createDirectories(home.resolve("lib")));
        return new ReleaseLayout(home);
    }

    Path program() {
        return home.resolve("bin/tidemark");
    }

    /** All files with their sizes, except those behind links. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> home.relativize(file) + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    /** The launcher without the WAR's classes, and only the libraries that the POM lists for a release. */
    private static void libraries(Path lib) throws IOException {
        Matcher listed = Pattern.compile("<launcher.libraries>(.*)</launcher.libraries>")
                .matcher(Files.readString(Path.of("pom.xml")));
        if (!listed.find()) {
            throw new IllegalStateException("pom.xml has no launcher.libraries");
        }
        List<String> names = List.of(listed.group(1).split(","));
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(jar -> names.stream()
                        .anyMatch(name -> jar.getFileName().toString().matches(Pattern.quote(name) + "-\\d.*\\.jar")))
                .forEach(jar -> link(lib.resolve(jar.getFileName()), jar));
        try (OutputStream file = Files.newOutputStream(lib.resolve("tidemark-launcher.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            Path classes = BuildDirectory.folder("classes");
            add(jar, classes, classes.resolve("dev/tidemark/build.properties"));
            for (String folder : List.of("dev/tidemark/launcher", "db/migration")) {
                jar.putNextEntry(new JarEntry(folder + "/"));
                try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
                    for (Path entry : files.filter(Files::isRegularFile).toList()) {
                        add(jar, classes, entry);
                    }
                }
            }
        }
    }

    private static void add(JarOutputStream jar, Path classes, Path entry) throws IOException {
        jar.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
        Files.copy(entry, jar);
        jar.closeEntry();
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
