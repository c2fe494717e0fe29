package dev.tidemark.launcher.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known besides the database; all of it may be empty.
 *
 * @param journal the runs that nodes logged as recorded
 * @param acknowledgedRuns ids of runs whose request was answered with success
 * @param acknowledgedProbes ids of probes whose creation was answered with success
 * @param messages the Message-ID of every e-mail in the mailbox
 */
public record HistoryEvidence(
        List<LoggedRun> journal, Set<UUID> acknowledgedRuns, Set<String> acknowledgedProbes, List<String> messages) {

    private static final Pattern LOG_LINE =
            Pattern.compile(" (\\S+) @ (\\S+): ([A-Z_]+) in .*, run ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$");

    public HistoryEvidence {
        journal = List.copyOf(journal);
        acknowledgedRuns = Set.copyOf(acknowledgedRuns);
        acknowledgedProbes = Set.copyOf(acknowledgedProbes);
        messages = List.copyOf(messages);
    }

    /** A line of the server log: {@code shop @ default: OK in 1.23 s, LCP 900 ms, run 0190...}. */
    public record LoggedRun(UUID run, String outcome) {}

    public static HistoryEvidence none() {
        return new HistoryEvidence(List.of(), Set.of(), Set.of(), List.of());
    }

    /** The runs that a log reports; other lines are skipped. */
    public static List<LoggedRun> journal(Stream<String> lines) {
        List<LoggedRun> runs = new ArrayList<>();
        lines.map(LOG_LINE::matcher)
                .filter(Matcher::find)
                .forEach(line -> runs.add(new LoggedRun(UUID.fromString(line.group(4)), line.group(3))));
        return runs;
    }
}
