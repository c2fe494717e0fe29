package dev.tidemark.launcher.operation;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a command of {@code tidemark} in a process of its own. */
public final class Invocation {
    private final Path folder;
    private final Map<String, String> settings = new TreeMap<>();
    private int code = -1;
    private String output = "";

    /**
     * @param folder working directory
     * @param data data directory
     * @param probes name of the directory of probe files
     */
    public Invocation(Path folder, Path data, String probes) {
        this.folder = folder;
        settings.put("TIDEMARK_HOME", Path.of("target").toAbsolutePath().toString());
        settings.put("TIDEMARK_DATA_DIR", data.toString());
        settings.put("TIDEMARK_PROBES_DIR", folder.resolve(probes).toString());
    }

    public Invocation with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Settings of a running server, except for options of its process. */
    Invocation withAll(Map<String, String> others) {
        settings.putAll(others);
        settings.remove("TIDEMARK_JAVA_OPTS");
        return this;
    }

    /** Waits for the end of the process. */
    public Invocation run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TIDEMARK_"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            code = process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    /** The command line of the program, without arguments. */
    public static List<String> program() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.tidemark.launcher.Launcher");
    }

    /** An IDE and Maven set the property; other runners load the classes themselves. */
    private static String classPath() {
        return Invocation.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    public int code() {
        return code;
    }

    public String output() {
        return output;
    }
}
