package dev.tidemark.launcher.server;

import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.SystemCommand;
import dev.tidemark.launcher.system.Terminal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly as a child process, detached from the terminal. It monitors the launcher and exits with it. */
final class ApplicationServer implements AutoCloseable {
    /** Runs in progress get 30 s to finish; the rest is for closing browsers and connections. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(5);

    /** Disables the DNS cache of the JVM: each probe performs a real lookup. */
    private static final String NO_NAME_CACHE = "-Dsun.net.inetaddr.ttl=0";

    private final LauncherSettings settings;
    private final ServerDirectory directory;
    private final ServerOutput output;
    private final Process process;

    private ApplicationServer(
            LauncherSettings settings, ServerDirectory directory, ServerOutput output, Process process) {
        this.settings = settings;
        this.directory = directory;
        this.output = output;
        this.process = process;
    }

    /**
     * Starts the server with the WAR deployed, without waiting for it.
     *
     * @param environment environment variables of the product
     * @param properties additional system properties
     */
    static ApplicationServer start(
            LauncherSettings settings, Map<String, String> environment, Map<String, String> properties)
            throws IOException {
        ServerDirectory directory = ServerDirectory.prepare(settings);
        ProcessBuilder builder = new ProcessBuilder(SystemCommand.join(
                        SystemCommand.detached(), arguments(settings, directory.folder(), properties)))
                .redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new ApplicationServer(settings, directory, ServerOutput.of(process), process);
    }

    private static List<String> arguments(LauncherSettings settings, Path base, Map<String, String> properties) {
        StandaloneCommandBuilder builder = StandaloneCommandBuilder.of(
                        settings.installation().server())
                .setJavaHome(Path.of(System.getProperty("java.home")))
                .setBaseDirectory(base)
                .setLogDirectory(settings.data().resolve("log"))
                .setJavaOptions(settings.javaOptions())
                .addJavaOptions("-Djava.awt.headless=true", "-XX:+ExitOnOutOfMemoryError", NO_NAME_CACHE);
        properties.forEach((name, value) -> builder.addServerArgument("-D" + name + "=" + value));
        return builder.build();
    }

    /** Waits until the product reports that it is ready; false on timeout. */
    boolean awaitReady(Duration limit) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(RESPONSE_TIMEOUT).build();
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new LaunchException("The server exited during startup (exit code " + process.exitValue() + "). "
                        + hint() + System.lineSeparator() + output.lastLines());
            }
            if (directory.deploymentFailed()) {
                throw new LaunchException("Deploying Tidemark to the server failed. " + hint());
            }
            if (status(client) == HTTP_OK) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static final int HTTP_OK = 200;

    private int status(HttpClient client) {
        URI ready = URI.create(settings.address()).resolve("health/ready");
        try {
            return client.send(
                            HttpRequest.newBuilder(ready)
                                    .timeout(RESPONSE_TIMEOUT)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notReady) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Waits until the process exits, and returns its exit code. */
    int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    String hint() {
        return "See the log: " + settings.data().resolve("log").resolve("server.log");
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                Terminal.print("The server did not stop within " + STOP_TIMEOUT.toSeconds() + " s and is terminated.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static LaunchException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LaunchException("Interrupted.", cause);
    }
}
