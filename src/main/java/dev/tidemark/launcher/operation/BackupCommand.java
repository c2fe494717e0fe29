package dev.tidemark.launcher.operation;

import dev.tidemark.launcher.backup.BackupException;
import dev.tidemark.launcher.backup.BackupWriter;
import dev.tidemark.launcher.backup.InstallationFiles;
import dev.tidemark.launcher.backup.Manifest;
import dev.tidemark.launcher.backup.Progress;
import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.CommandOption;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.server.BuildVersion;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Backs up database, probe files and settings to one file, while Tidemark runs or while it is stopped. */
public final class BackupCommand implements LauncherCommand {
    private static final String OVERWRITE = "--overwrite";

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String summary() {
        return "Back up all data to a file, also while Tidemark runs.";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.flag(OVERWRITE, "Replace an existing file when the new backup is complete."));
    }

    @Override
    public List<String> operands() {
        return List.of("FILE");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        Path file = Path.of(arguments.operands().get(0)).toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            throw new LaunchException(file + " is a directory. Name the file of the backup.");
        }
        if (Files.exists(file) && !arguments.has(OVERWRITE)) {
            throw new LaunchException(file + " already exists. Use another name, or add " + OVERWRITE + ".");
        }
        LauncherSettings settings = LauncherSettings.of(LauncherSettings.ofThisProcess());
        try (ProductDatabase database = ProductDatabase.shared(settings);
                Connection connection = database.connect()) {
            BackupWriter writer = new BackupWriter(files(settings), new Progress(out::println));
            Manifest manifest = writer.write(connection, file);
            out.println("Backup " + file + " is complete: " + manifest.rows() + " rows in "
                    + manifest.tables().size() + " tables, " + Progress.size(Files.size(file)) + ", as of "
                    + manifest.createdAt() + ".");
            out.println(
                    "It contains user names, password hashes and probe definitions. Store it where only administrators can read it.");
            KeyNotice.afterBackup(manifest).ifPresent(out::println);
            return SUCCESS;
        } catch (BackupException failed) {
            throw new LaunchException(failed.getMessage(), failed);
        } catch (SQLException | IOException failed) {
            throw new LaunchException("The backup failed: " + failed.getMessage(), failed);
        }
    }

    private static InstallationFiles files(LauncherSettings settings) {
        return new InstallationFiles(BuildVersion.OF_TIDEMARK, settings.probes(), settings.withoutSecrets());
    }
}
