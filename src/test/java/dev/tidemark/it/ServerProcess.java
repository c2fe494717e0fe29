package dev.tidemark.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The process of a server that a test has started, by the name of its folders. */
public record ServerProcess(ProcessHandle handle) {

    private static final int MAX_TRIES = 3_000;

    static ServerProcess of(String name) {
        return withData(BuildDirectory.folder(name + "-data").toString());
    }

    /** @param folder its data directory */
    public static ServerProcess withData(String folder) {
        String data = folder + File.separator + "server";
        return new ServerProcess(ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .filter(one -> commandLine(one.pid()).contains(data))
                .findFirst()
                .orElseThrow());
    }

    long pid() {
        return handle.pid();
    }

    /** The output of a diagnostic command of the JDK, such as {@code GC.run}. */
    public String jcmd(String command) throws IOException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process jcmd = new ProcessBuilder(program.toString(), String.valueOf(pid()), command).start();
        return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    }

    /** @param name {@code KILL}, {@code STOP}, {@code CONT} */
    void signal(String name) {
        signal(name, handle.pid());
    }

    static void signal(String name, long process) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the process again and again until a condition holds while it is stopped. */
    void stopWhen(BooleanSupplier condition) throws InterruptedException {
        for (int n = 0; n < MAX_TRIES; n++) {
            signal("STOP");
            if (condition.getAsBoolean()) {
                return;
            }
            signal("CONT");
            TimeUnit.MILLISECONDS.sleep(1 + n % 17);
        }
        throw new AssertionError("The condition never held while the process was stopped");
    }

    /** Complete, which {@link ProcessHandle.Info#commandLine()} is not for long ones. */
    private static String commandLine(long process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
