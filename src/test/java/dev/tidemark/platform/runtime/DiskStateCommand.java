package dev.tidemark.platform.runtime;

import java.nio.file.Path;

/** Prints the state of a disk. */
final class DiskStateCommand {
    private DiskStateCommand() {}

    public static void main(String[] arguments) {
        System.out.println("problem: "
                + new DataDisk(Path.of(arguments[0])).state().problem().orElse("none"));
    }
}
