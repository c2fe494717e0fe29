package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.history.HistoryCommand;
import dev.tidemark.launcher.history.HistoryReport;
import dev.tidemark.launcher.operation.ProductDatabase;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Verifies the history of the last week in the database of this installation, with the logs of this node. */
final class HistoryVerification {
    private static final Duration SPAN = Duration.ofDays(7);

    private HistoryVerification() {}

    /** Prints the figures and the violations; false if there are any. */
    static boolean run(LauncherSettings settings, Instant now, PrintStream out) {
        if (!ProductDatabase.exists(settings)) {
            out.println(DatabaseCheck.noDatabase(settings).found());
            return true;
        }
        try (ProductDatabase database = ProductDatabase.shared(settings);
                Connection connection = database.connect()) {
            HistoryReport report = HistoryCommand.run(
                    connection, now.minus(SPAN), now, settings.data().resolve("log"));
            out.println(report.text());
            return report.violations().isEmpty();
        } catch (SQLException failed) {
            throw new LaunchException("The history cannot be read: " + failed.getMessage(), failed);
        }
    }
}
