package dev.tidemark.launcher.operation;

import dev.tidemark.launcher.backup.BackupException;
import dev.tidemark.launcher.backup.BackupFile;
import dev.tidemark.launcher.backup.FileRestore;
import dev.tidemark.launcher.backup.Manifest;
import dev.tidemark.launcher.backup.Progress;
import dev.tidemark.launcher.backup.Restore;
import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.CommandOption;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Restores a backup to the database of this installation, which must be stopped. */
public final class RestoreCommand implements LauncherCommand {
    private static final String REPLACE = "--replace";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String summary() {
        return "Restore a backup to an empty database, while Tidemark is stopped.";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.flag(REPLACE, "Delete all contents of the database first."));
    }

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        LauncherSettings settings = LauncherSettings.of(LauncherSettings.ofThisProcess());
        Progress progress = new Progress(out::println);
        try (BackupFile backup = BackupFile.open(Path.of(arguments.operands().get(0)))) {
            FileRestore files =
                    new FileRestore(backup, settings.probes(), settings.data().resolve("restored-files"));
            files.check();
            FreeSpace.require(settings, backup.manifest());
            backup.verify(progress);
            try (ProductDatabase database = ProductDatabase.exclusive(settings);
                    Connection connection = database.connect()) {
                new Restore(backup, connection, progress).run(arguments.has(REPLACE));
            }
            report(backup.manifest(), files.run(), settings, out);
            return SUCCESS;
        } catch (BackupException failed) {
            throw new LaunchException(failed.getMessage(), failed);
        } catch (SQLException failed) {
            throw new LaunchException("The restore failed: " + failed.getMessage(), failed);
        }
    }

    private static void report(Manifest manifest, List<Path> unused, LauncherSettings settings, PrintStream out) {
        out.println("Restored " + manifest.rows() + " rows in "
                + manifest.tables().size() + " tables, as of " + manifest.createdAt() + ".");
        unused.forEach(file -> out.println("Not put into use: " + file));
        KeyNotice.afterRestore(manifest, settings.data()).ifPresent(out::println);
        out.println(
                "Start Tidemark now. Checks continue with their next planned time; those since the backup are recorded as MISSED.");
    }
}
