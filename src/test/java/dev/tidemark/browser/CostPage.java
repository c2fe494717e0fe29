package dev.tidemark.browser;

import com.sun.management.OperatingSystemMXBean;
import dev.tidemark.it.TestBrowser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The manual's page about costs. */
final class CostPage {

    private CostPage() {}

    static String of(List<CostRow> rows, int rounds) throws IOException, InterruptedException {
        StringBuilder page = new StringBuilder("""
                # What does a check cost?

                `mvn -Pcost` writes this page. Medians of %d rounds, taken in turn, after one that warms up; %s, commit %s, %s.
                Processor seconds are those of browser, driver and this JVM. The floor is a bare `page.navigate` with Playwright in a
                fresh context: the same program (%s) with the same switches, until the load event. Wall time of a sample holds the
                5 s that TTI must be waited for; it needs hardly any processor. A machine that does other things as well makes the
                times longer; that the product repeats a sample then (`NOISY`) is not in them.

                | page | what | processor s | times the floor | wall s |
                |---|---|---:|---:|---:|
                """.formatted(
                        rounds,
                        LocalDate.now(Clock.systemUTC()),
                        commit(),
                        machine(),
                        TestBrowser.chromium().getFileName()));
        for (CostRow row : rows) {
            double floor = rows.stream()
                    .filter(one -> one.page.equals(row.page))
                    .findFirst()
                    .orElseThrow()
                    .median(Cost::processorSeconds);
            double own = row.median(Cost::processorSeconds);
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %.1f |%n",
                    row.page,
                    row.what,
                    own,
                    own / floor,
                    row.median(Cost::wallSeconds)));
        }
        return page.toString();
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
