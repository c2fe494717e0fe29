package dev.tidemark.launcher.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the history of an installation for its operators, with the logs of this machine. */
public final class HistoryCommand {

    private HistoryCommand() {}

    /**
     * Checks everything that was planned from an instant on and has had an hour to end.
     *
     * @param logs the directory of the server's logs; log files are searched for results that are not stored
     */
    public static HistoryReport run(Connection connection, Instant from, Instant now, Path logs) throws SQLException {
        List<HistoryEvidence.LoggedRun> journal = new ArrayList<>();
        for (Path file : logFiles(logs)) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                journal.addAll(HistoryEvidence.journal(lines));
            } catch (IOException | UncheckedIOException rotated) {
                continue;
            }
        }
        HistoryEvidence evidence = new HistoryEvidence(journal, Set.of(), Set.of(), List.of());
        return HistoryChecker.check(connection, from, now.minus(HistoryChecker.SETTLED), evidence);
    }

    private static List<Path> logFiles(Path logs) {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.getFileName().toString().startsWith("server.log"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
