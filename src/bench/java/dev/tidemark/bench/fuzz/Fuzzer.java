package dev.tidemark.bench.fuzz;

import dev.tidemark.fuzz.FuzzEntry;
import dev.tidemark.fuzz.FuzzInputs;
import dev.tidemark.fuzz.FuzzTarget;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs Jazzer in a process of its own, with little heap and stack, so that what needs much of them is found. */
final class Fuzzer {

    static final int HEAP_MEGABYTES = 700;

    static final int HANG_SECONDS = 20;
    private static final int MAX_BYTES = 8192;
    private static final Path OUTPUT = Path.of("target/fuzz");

    private final FuzzTarget target;
    private final int seconds;
    private final Path corpus;
    private final Path found;
    private final Path log;

    Fuzzer(FuzzTarget target, int seconds) {
        this.target = target;
        this.seconds = seconds;
        this.corpus = OUTPUT.resolve(target.folder()).resolve("corpus");
        this.found = OUTPUT.resolve(target.folder()).resolve("found");
        this.log = OUTPUT.resolve(target.folder() + ".log");
    }

    FuzzResult run() throws IOException, InterruptedException {
        Files.createDirectories(corpus);
        Files.createDirectories(found);
        for (Path old : findings()) {
            Files.delete(old);
        }
        new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return FuzzResult.of(target, Files.readAllLines(log), findings());
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-Xss1m",
                "-Dtidemark.fuzz.target=" + target.name(),
                // Otherwise it is searched for in all archives, for each document.
                "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=dev.tidemark.**:org.snakeyaml.**:org.eclipse.parsson.**",
                "--custom_hook_includes=dev.tidemark.**",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + File.separator,
                "-max_total_time=" + seconds,
                "-timeout=" + HANG_SECONDS,
                "-max_len=" + MAX_BYTES,
                "-use_value_profile=1",
                corpus.toString(),
                FuzzInputs.folder(target).toString());
    }

    private List<Path> findings() throws IOException {
        try (Stream<Path> files = Files.list(found)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
                    .sorted()
                    .toList();
        }
    }

    /** Maven runs commands in a class loader of their own. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        if (Fuzzer.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                entries.add(new File(url.getPath()).getPath());
            }
        } else {
            entries.add(System.getProperty("java.class.path"));
        }
        return String.join(File.pathSeparator, entries);
    }
}
