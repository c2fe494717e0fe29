package dev.tidemark.launcher.chromium;

import dev.tidemark.launcher.system.SystemCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Searches for an installed Chromium. The headless shell is preferred: it needs a quarter to a half of the CPU time
 * of the full browser.
 *
 * @param playwright directories in which Playwright installs browsers
 * @param path directories of executables of the system
 */
record ChromiumSearch(List<Path> playwright, List<Path> path) {
    private static final List<String> SHELLS =
            List.of("chrome-headless-shell", "headless_shell", "chrome-headless-shell.exe");
    private static final List<String> FULL = List.of("chrome", "Chromium", "Google Chrome for Testing", "chrome.exe");
    private static final List<String> SYSTEM = List.of(
            "chromium-headless-shell",
            "chrome-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome");
    private static final Path MAC_CHROME = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final int DEPTH = 6;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static ChromiumSearch ofThisMachine() {
        Path home = Path.of(System.getProperty("user.home"));
        String configured = System.getenv().getOrDefault("PLAYWRIGHT_BROWSERS_PATH", "");
        Stream<Path> caches = configured.isBlank()
                ? Stream.of(".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
                        .map(home::resolve)
                : Stream.of(Path.of(configured));
        List<Path> programs = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        return new ChromiumSearch(caches.toList(), programs);
    }

    /** The first one that runs: a file may lack libraries, or be a stub for a snap package. */
    Optional<Path> find() {
        return Stream.of(inPlaywright(SHELLS), inPlaywright(FULL), inSystem(), Stream.of(MAC_CHROME))
                .flatMap(candidates -> candidates)
                .filter(Files::isExecutable)
                .filter(ChromiumSearch::runs)
                .findFirst();
    }

    private Stream<Path> inPlaywright(List<String> names) {
        return playwright.stream().filter(Files::isDirectory).flatMap(folder -> newestFirst(folder, names));
    }

    private static Stream<Path> newestFirst(Path folder, List<String> names) {
        try (Stream<Path> files = Files.find(
                folder,
                DEPTH,
                (file, attributes) -> attributes.isRegularFile()
                        && names.contains(file.getFileName().toString()))) {
            return files
                    .sorted(Comparator.comparingInt((Path file) -> revision(folder.relativize(file)))
                            .reversed())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** Playwright's directories end with the revision of the browser: {@code chromium_headless_shell-1217}. */
    private static int revision(Path inCache) {
        String digits = inCache.getName(0).toString().replaceAll("^.*-(\\d{1,9})$", "$1");
        return digits.matches("\\d+") ? Integer.parseInt(digits) : 0;
    }

    private Stream<Path> inSystem() {
        return SYSTEM.stream().flatMap(name -> path.stream().map(folder -> folder.resolve(name)));
    }

    private static boolean runs(Path program) {
        return SystemCommand.of(program.toString(), "--version").run(LIMIT).succeeded();
    }
}
