package dev.tidemark.launcher.server;

import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.LauncherCommand;
import java.io.PrintStream;

/** Prints the version of Tidemark and of the Java runtime. */
public final class VersionCommand implements LauncherCommand {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String summary() {
        return "Show the version.";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        out.println("Tidemark " + BuildVersion.OF_TIDEMARK + " (Java " + Runtime.version() + ")");
        return SUCCESS;
    }
}
