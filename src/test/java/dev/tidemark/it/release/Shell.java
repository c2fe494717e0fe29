package dev.tidemark.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs programs. */
final class Shell {
    private Shell() {}

    /** Runs commands on this machine, as the user of this process. They must succeed. */
    static String run(String commands) throws IOException, InterruptedException {
        return output(start(List.of("sh", "-ec", commands)), commands);
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static String output(Process process, String commands) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", commands, output).isZero();
        return output;
    }

    /** In single quotes. */
    static String quoted(Object text) {
        return "'" + text.toString().replace("'", "'\\''") + "'";
    }

    static void await(String what, int seconds, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s within %d s", what, seconds).isLessThan(deadline);
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
