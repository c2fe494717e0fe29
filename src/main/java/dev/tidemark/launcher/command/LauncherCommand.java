package dev.tidemark.launcher.command;

import java.io.PrintStream;
import java.util.List;

/**
 * A subcommand of {@code tidemark}. To add one, implement this interface and add an instance to {@code Launcher.COMMANDS}:
 * {@code --help}, unknown options and missing values are handled by {@link CommandLine}.
 */
public interface LauncherCommand {
    /** Exit code of success. */
    int SUCCESS = 0;
    /** Exit code of a failure that the output describes. */
    int FAILURE = 1;
    /** Exit code of an invalid command line; nothing was done. */
    int USAGE = 2;

    /** The word after {@code tidemark}. */
    String name();

    /** One line for the list of commands: a verb phrase with a full stop. */
    String summary();

    /** Options that it accepts, besides {@code --help}. */
    default List<CommandOption> options() {
        return List.of();
    }

    /** Names of the operands for the usage line, such as {@code FILE}; as many must be given. */
    default List<String> operands() {
        return List.of();
    }

    /**
     * Runs it.
     *
     * @param arguments validated against {@link #options()} and {@link #operands()}
     * @return the exit code
     * @throws dev.tidemark.launcher.system.LaunchException if it fails; the message is printed, the exit code is {@link #FAILURE}
     */
    int run(Arguments arguments, PrintStream out);
}
