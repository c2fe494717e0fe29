package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.backup.LiveNodes;
import dev.tidemark.launcher.backup.SchemaState;
import dev.tidemark.launcher.operation.ProductDatabase;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The schema of the database, the migrations that the next start runs, and nodes that must be stopped before. */
final class UpgradeDataCheck implements InstallationCheck {
    @Override
    public String name() {
        return "database";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) throws SQLException {
        if (!ProductDatabase.exists(settings)) {
            return List.of(DatabaseCheck.noDatabase(settings));
        }
        try (ProductDatabase database = ProductDatabase.shared(settings);
                Connection connection = database.connect()) {
            SchemaState state = SchemaState.of(connection);
            List<Finding> findings = new ArrayList<>(List.of(schema(state)));
            List<String> nodes = LiveNodes.of(connection);
            if (!nodes.isEmpty()) {
                findings.add(
                        state.pending().isEmpty()
                                ? Finding.ok("nodes", "Running: " + String.join(", ", nodes) + ".")
                                : Finding.warning(
                                        "nodes",
                                        "Running: " + String.join(", ", nodes) + ".",
                                        "Stop all nodes before the first one starts with this version: the previous version cannot use the new schema."));
            }
            return findings;
        } catch (LaunchException unreachable) {
            return List.of(Finding.failed(name(), unreachable.getMessage(), ""));
        }
    }

    private static Finding schema(SchemaState state) {
        if (state.problem().isPresent()) {
            return Finding.failed("schema", state.problem().get(), "");
        }
        if (state.applied().isEmpty()) {
            return Finding.ok("schema", "The database is empty; the first start creates the schema.");
        }
        if (state.pending().isEmpty()) {
            return Finding.ok("schema", "The schema is up to date (version " + state.applied() + "); nothing changes.");
        }
        return Finding.warning(
                "schema",
                "The next start changes the schema from version " + state.applied() + " to " + state.latest()
                        + " (migrations " + String.join(", ", state.pending()) + "), all of it or nothing.",
                "Back up first: tidemark backup FILE. The previous version cannot use the changed database.");
    }
}
