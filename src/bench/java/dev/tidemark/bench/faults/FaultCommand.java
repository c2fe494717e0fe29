package dev.tidemark.bench.faults;

import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.it.FaultCluster;
import dev.tidemark.launcher.history.HistoryReport;
import dev.tidemark.launcher.history.Violation.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Breaks a cluster of two nodes in several ways, verifies the history after each, and updates the table of guarantees in the manual:
 * {@code mvn -Pfaults}. Arguments: how often (default: 3), and the scenarios by name (default: all).
 */
public final class FaultCommand {

    private static final Path PAGE = Path.of("src/site/markdown/contributing/guarantees.md");
    private static final Duration SETTLED = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Clock CLOCK = Clock.systemUTC();

    private FaultCommand() {}

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        List<FaultScenario> scenarios = new ArrayList<>();
        for (int n = 1; n < arguments.length; n++) {
            scenarios.add(FaultScenario.valueOf(arguments[n].toUpperCase(Locale.ROOT)));
        }
        List<String> rows = new ArrayList<>();
        try (FaultCluster cluster = new FaultCluster()) {
            TimeUnit.SECONDS.sleep(PAUSE.toSeconds());
            for (FaultScenario one : scenarios.isEmpty() ? List.of(FaultScenario.values()) : scenarios) {
                rows.add(run(cluster, one, times));
                Files.writeString(PAGE, page(rows));
            }
        }
        System.exit(0);
    }

    private static String run(FaultCluster cluster, FaultScenario scenario, int times) throws Exception {
        Instant from = CLOCK.instant();
        List<Duration> takeovers = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            cluster.requestRun();
            Instant strike = CLOCK.instant();
            scenario.strike(cluster, FaultCluster.names().get(n % 2));
            cluster.requestRun();
            TimeUnit.SECONDS.sleep(PAUSE.toSeconds());
            cluster.takeover(strike, CLOCK.instant()).ifPresent(takeovers::add);
        }
        Instant to = CLOCK.instant();
        HistoryReport report = settled(cluster, from, to);
        Map<String, Integer> outcomes = cluster.outcomes(from, to);
        System.out.println(scenario + " x " + times + ": " + report.text() + System.lineSeparator() + outcomes);
        return "| %s | %d | %d | %d | %d | %s | %s | %d | %d | %d | %d |"
                .formatted(
                        scenario.description(),
                        times,
                        report.kills(),
                        report.restarts(),
                        report.slots(),
                        outcomes.entrySet().stream()
                                .map(one -> one.getValue() + " " + one.getKey())
                                .collect(Collectors.joining("; ")),
                        text(takeovers),
                        report.notifications(),
                        count(report, Kind.DUPLICATE_SLOT, Kind.RECORDED_TWICE, Kind.NOTIFIED_TWICE),
                        count(report, Kind.MISSING_SLOT, Kind.ACKNOWLEDGED_WRITE_LOST, Kind.LOGGED_RESULT_LOST),
                        report.violations().size());
    }

    private static String text(List<Duration> takeovers) {
        LongSummaryStatistics seconds = takeovers.stream()
                .mapToLong(one -> (one.toMillis() + 500) / 1000)
                .summaryStatistics();
        if (seconds.getCount() == 0) {
            return "–";
        }
        return seconds.getMin() == seconds.getMax()
                ? seconds.getMin() + " s"
                : seconds.getMin() + " to " + seconds.getMax() + " s";
    }

    private static long count(HistoryReport report, Kind... kinds) {
        return report.violations().stream()
                .filter(one -> Set.of(kinds).contains(one.kind()))
                .count();
    }

    /** Lost slots are recorded after some minutes. */
    private static HistoryReport settled(FaultCluster cluster, Instant from, Instant to) throws Exception {
        Instant deadline = CLOCK.instant().plus(SETTLED);
        HistoryReport report = cluster.check(from, to);
        while (!report.violations().isEmpty() && CLOCK.instant().isBefore(deadline)) {
            TimeUnit.SECONDS.sleep(PAUSE.toSeconds());
            report = cluster.check(from, to);
        }
        return report;
    }

    private static String page(List<String> rows) {
        return """
                # Guarantees

                Written by `mvn -Pfaults`, %s. Two nodes of one location check a site with 15 HTTP checks, each every 10 s, while parts of the
                installation are broken. After each scenario the [history checker](../operations.md#verify-the-history) compares tables,
                logs and mailbox: each planned slot has exactly one run, which has ended; each logged result and each acknowledged request
                is stored; each recipient was notified of each transition once.

                *Kills* are nodes whose heartbeat ended without a shutdown. *Attempt 2* are runs that a node took over, *takeover* is the time
                from the fault to the first of them. *Duplicates* and *missing* are among the violations: slots, results, writes and
                notifications. A slot that is recorded as `MISSED` is not missing: the reason is on its page. A run that is taken
                over can overlap with the next slot of its probe, which is then `MISSED`.

                | fault | times | kills | restarts | slots | outcomes | takeover | notifications | duplicates | missing | violations |
                |---|---:|---:|---:|---:|---|---|---:|---:|---:|---:|
                %s
                """.formatted(BenchEnvironment.now(), String.join("\n", rows));
    }
}
