package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.backup.Progress;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.SystemCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Free space and inodes of the data directory, and whether it can be written to. */
final class DiskCheck implements InstallationCheck {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long FULL = 200_000_000;
    private static final long LOW = 2_000_000_000;
    private static final int FEW_INODES = 1_000;
    private static final String FREE_SPACE =
            "Delete files that are not needed, or reduce TIDEMARK_KEEP_ARTIFACTS and TIDEMARK_KEEP_SAMPLES.";

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) {
        Path folder = settings.data();
        while (!Files.exists(folder)) {
            folder = folder.getParent();
        }
        List<Finding> findings = new ArrayList<>();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            findings.add(Finding.failed(
                    name(),
                    folder + " is not a directory that this user can write to.",
                    "Change its owner, or set TIDEMARK_DATA_DIR to another directory."));
            return findings;
        }
        findings.add(space(folder, settings.data()));
        inodes(folder, findings);
        return findings;
    }

    private Finding space(Path folder, Path data) {
        long free = folder.toFile().getUsableSpace();
        String found = Progress.size(free) + " are free for " + data + ".";
        if (free < FULL) {
            return Finding.failed(name(), found, FREE_SPACE);
        }
        return free < LOW ? Finding.warning(name(), found, FREE_SPACE) : Finding.ok(name(), found);
    }

    /** Java does not tell; some file systems have no limit and report 0 or a dash. */
    private void inodes(Path folder, List<Finding> findings) {
        String output = SystemCommand.of("df", "--output=iavail", folder.toString())
                .run(LIMIT)
                .output();
        String last = output.substring(output.lastIndexOf('\n') + 1).strip();
        if (last.matches("[1-9]\\d{0,2}") && Integer.parseInt(last) < FEW_INODES) {
            findings.add(Finding.failed(
                    name(),
                    "Only " + last + " inodes are free for " + folder + ".",
                    "Delete files that are not needed."));
        }
    }
}
