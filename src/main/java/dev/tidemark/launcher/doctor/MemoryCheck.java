package dev.tidemark.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.tidemark.launcher.backup.Progress;
import dev.tidemark.launcher.settings.LauncherSettings;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Memory and processors; inside a container, those of the container. */
final class MemoryCheck implements InstallationCheck {
    /** For the server, the database and one browser that loads a heavy page. */
    private static final long MINIMUM = 1_500_000_000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        int processors = Runtime.getRuntime().availableProcessors();
        String found = Progress.size(memory) + " of memory and " + processors
                + (processors == 1 ? " processor." : " processors.");
        return List.of(
                memory < MINIMUM
                        ? Finding.warning(
                                name(),
                                found,
                                "Use a machine with 2 GB or more: a browser needs up to 1 GB for a heavy page.")
                        : Finding.ok(name(), found));
    }
}
