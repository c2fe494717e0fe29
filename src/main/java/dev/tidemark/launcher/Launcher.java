package dev.tidemark.launcher;

import dev.tidemark.launcher.command.CommandLine;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.doctor.DoctorCommand;
import dev.tidemark.launcher.doctor.UpgradeCommand;
import dev.tidemark.launcher.operation.BackupCommand;
import dev.tidemark.launcher.operation.RestoreCommand;
import dev.tidemark.launcher.server.RotateKeyCommand;
import dev.tidemark.launcher.server.ServerCommand;
import dev.tidemark.launcher.server.StatusCommand;
import dev.tidemark.launcher.server.VersionCommand;
import java.time.Clock;
import java.util.List;

/** The program {@code tidemark}: runs one of its commands, {@code server} by default. */
public final class Launcher {
    /** In the order of the help text. */
    static final List<LauncherCommand> COMMANDS = List.of(
            new ServerCommand(),
            new StatusCommand(),
            new DoctorCommand(Clock.systemUTC()),
            new BackupCommand(),
            new RestoreCommand(),
            new UpgradeCommand(),
            new RotateKeyCommand(),
            new VersionCommand());

    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(COMMANDS, System.out, System.err).run(List.of(arguments)));
    }
}
