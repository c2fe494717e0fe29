package dev.tidemark.prober.host;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Number of browsers that this machine supports. Only one page per two CPUs loads at a time; the others are in the
 * idle phase of their observation, which needs memory but hardly any CPU time.
 */
public final class HostCapacity {

    private static final long BYTES_PER_SLOT = 600L << 20;
    private static final int SLOTS_PER_LOAD = 4;
    private static final int MAX_SLOTS = 16;

    private HostCapacity() {}

    public static int browserSlots() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return browserSlots(Runtime.getRuntime().availableProcessors(), machine.getTotalMemorySize());
    }

    static int browserSlots(int processors, long memoryBytes) {
        long byMemory = memoryBytes / 2 / BYTES_PER_SLOT;
        return (int)
                Math.max(1, Math.min(Math.min(byMemory, MAX_SLOTS), (long) loadsAtOnce(processors) * SLOTS_PER_LOAD));
    }

    /**
     * Number of pages that may do their main work at the same time: a page uses about two CPUs (renderer and the
     * rest).
     */
    public static int loadsAtOnce(int processors) {
        return Math.max(1, processors / 2);
    }
}
