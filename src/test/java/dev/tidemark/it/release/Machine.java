package dev.tidemark.it.release;

import java.io.IOException;
import java.nio.file.Path;

/** Where commands of the manual are run, by a user without privileges. */
interface Machine {
    /** The working directory of the user, as this process sees it. */
    Path folder();

    /** Starts a shell that ends at the first command that fails. */
    Process start(String commands) throws IOException;

    /** Runs commands to their end, and returns their output. They must succeed. */
    default String run(String commands) throws IOException, InterruptedException {
        return Shell.output(start(commands), commands);
    }
}
