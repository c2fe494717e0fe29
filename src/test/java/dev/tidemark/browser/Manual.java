package dev.tidemark.browser;

import com.sun.management.OperatingSystemMXBean;
import dev.tidemark.gateway.Gateway;
import dev.tidemark.gateway.GatewaySettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What the commands that write pages of the manual have in common: where to, and when and on what machine they measured. */
final class Manual {

    private Manual() {}

    static void write(String name, String page) throws IOException {
        System.out.println(page);
        Files.writeString(Path.of("src/site/markdown", name), page);
    }

    /** The network as on one person's machine. */
    static Gateway gateway() {
        return new Gateway(
                new GatewaySettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990),
                Clock.systemUTC());
    }

    /** The date, the commit, the machine. */
    static String today() throws IOException, InterruptedException {
        return LocalDate.now(Clock.systemUTC()) + ", commit " + commit() + ", " + machine();
    }

    private static String machine() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
        return String.format(
                Locale.ROOT,
                "%d processors, load %.1f per processor%s",
                machine.getAvailableProcessors(),
                load,
                load > 1 ? " (**busy with other things**)" : "");
    }

    private static String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? commit : "unknown";
    }
}
