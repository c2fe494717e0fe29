package dev.tidemark.prober.host;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Total and available memory of this machine. */
final class HostMemory {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private HostMemory() {}

    static long totalBytes() {
        return MACHINE.getTotalMemorySize();
    }

    /**
     * Memory that is available without swapping, in bytes, including the file cache, which free memory does not
     * count (<a href="https://docs.kernel.org/filesystems/proc.html">MemAvailable</a>). Free memory where the
     * system does not report it.
     */
    static long availableBytes() {
        try {
            return availableIn(Files.readString(MEMINFO)).orElseGet(MACHINE::getFreeMemorySize);
        } catch (IOException notLinux) {
            return MACHINE.getFreeMemorySize();
        }
    }

    static OptionalLong availableIn(String meminfo) {
        Matcher available = AVAILABLE.matcher(meminfo);
        return available.find() ? OptionalLong.of(Long.parseLong(available.group(1)) << 10) : OptionalLong.empty();
    }
}
