package dev.tidemark.prober.host;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many browsers this machine bears. Only one page per two processors loads at a time; the others sit in the quiet
 * tail of their observation, which needs memory and hardly any processor.
 */
public final class HostCapacity {

    private static final long BYTES_PER_SLOT = 600L << 20;
    private static final int SLOTS_PER_LOAD = 4;
    private static final int MOST = 16;

    private HostCapacity() {}

    public static int bearableSlots() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return bearableSlots(Runtime.getRuntime().availableProcessors(), machine.getTotalMemorySize());
    }

    static int bearableSlots(int processors, long memoryBytes) {
        long byMemory = memoryBytes / 2 / BYTES_PER_SLOT;
        return (int) Math.max(1, Math.min(Math.min(byMemory, MOST), (long) loadsAtOnce(processors) * SLOTS_PER_LOAD));
    }

    /** Pages that may do their main work at once: a page keeps about two processors busy (renderer, and the rest). */
    public static int loadsAtOnce(int processors) {
        return Math.max(1, processors / 2);
    }
}
