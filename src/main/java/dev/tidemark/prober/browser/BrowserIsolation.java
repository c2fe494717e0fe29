package dev.tidemark.prober.browser;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.host.CleanEnvironment;
import dev.tidemark.prober.host.HostCommand;
import dev.tidemark.prober.host.ProcessIsolation;
import dev.tidemark.prober.host.TempDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the browser is separated from the server: environment, user, limits and Chromium's sandbox. Determined by trying
 * it, once per browser and directory.
 *
 * @param tempDirectory profiles, home and temporary files of the browser; removed with the JVM
 */
record BrowserIsolation(ProcessIsolation process, Path tempDirectory, Sandbox sandbox) {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(30);

    private static final Map<Path, BrowserIsolation> DETERMINED = new ConcurrentHashMap<>();

    /** Whether Chromium's sandbox works here, and if not, what Chromium says. */
    record Sandbox(boolean isOn, LocalizedMessage reason) {}

    /** @param tempParent preferred directory of temporary files; that of the first call is used */
    static BrowserIsolation of(Path program, Path tempParent) {
        return DETERMINED
                .computeIfAbsent(program, path -> determine(path, tempParent))
                .prepared();
    }

    private static BrowserIsolation determine(Path program, Path tempParent) {
        ProcessIsolation process = ProcessIsolation.forPaths(List.of(program, IsolatedDriver.directory()));
        Path temp = TempDirectory.folder(reachable(process, tempParent));
        process.owned(temp);
        process.owned(home(temp));
        return new BrowserIsolation(process, temp, probe(process, program, temp));
    }

    /** Command prefix of the driver. */
    List<String> prefix() {
        return process.prefix();
    }

    /** The variables beyond {@link CleanEnvironment}. */
    Map<String, String> environment() {
        return environment(tempDirectory);
    }

    private static Map<String, String> environment(Path temp) {
        return Map.of("HOME", home(temp).toString(), "TMPDIR", temp.toString());
    }

    /** Creates the directories again if they were removed. */
    private BrowserIsolation prepared() {
        if (!Files.isDirectory(home(tempDirectory))) {
            process.owned(tempDirectory);
            process.owned(home(tempDirectory));
        }
        return this;
    }

    /** Beside the profiles, whose directory is empty without a browser. */
    private static Path home(Path temp) {
        return temp.resolveSibling(temp.getFileName() + "-home");
    }

    private static Path reachable(ProcessIsolation process, Path preferred) {
        try {
            Files.createDirectories(preferred);
            return process.canReach(preferred) ? preferred : passable(Files.createTempDirectory("tidemark-browsers-"));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot create a temporary directory", failed);
        }
    }

    /** Lets other users reach what is in it, without listing it. */
    private static Path passable(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** A browser that does not start at all counts as sandboxed: its launch reports the error. */
    private static Sandbox probe(ProcessIsolation process, Path program, Path temp) {
        if (process.isRootUsed()) {
            return new Sandbox(false, LocalizedMessage.of("settings.browser.sandbox.root"));
        }
        HostCommand.Result sandboxed = start(process, program, temp, List.of());
        if (sandboxed.code() == 0
                || start(process, program, temp, List.of("--no-sandbox")).code() != 0) {
            return new Sandbox(true, LocalizedMessage.EMPTY);
        }
        return new Sandbox(false, reason(sandboxed.output()));
    }

    private static HostCommand.Result start(ProcessIsolation process, Path program, Path temp, List<String> switches) {
        List<String> command = new ArrayList<>(process.prefix());
        command.add(program.toString());
        command.addAll(List.of("--headless", "--disable-gpu", "--disable-dev-shm-usage"));
        command.addAll(switches);
        command.addAll(List.of("--dump-dom", "about:blank"));
        Map<String, String> environment = new TreeMap<>(CleanEnvironment.ofThisProcess());
        environment.putAll(environment(temp));
        return new HostCommand(command, environment).run(PROBE_TIMEOUT);
    }

    private static LocalizedMessage reason(String output) {
        return output.lines()
                .filter(line -> line.contains("sandbox"))
                .findFirst()
                .map(line -> LocalizedMessage.verbatim(line.replaceFirst("^\\[[^\\]]*\\]\\s*", "")))
                .orElse(LocalizedMessage.of("settings.browser.sandbox.unknown"));
    }
}
