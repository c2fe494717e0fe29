package dev.tidemark.browser;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Weighs a browser while its page is at work, before a page takes the memory of the whole machine. */
final class MemoryScale {

    private static final long EVERY_NANOS = 1_000_000_000L;
    private static final long MOST_BYTES = 3L << 30;

    private final LongSupplier bytes;
    private final long limit;
    private long lastNanos = System.nanoTime();
    private long heaviest;

    MemoryScale(LongSupplier bytes) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        this.bytes = bytes;
        this.limit = Math.min(MOST_BYTES, machine.getTotalMemorySize() / 2);
    }

    /** At most once a second, as it costs some ms. True when the page has taken too much. */
    boolean isTooHeavy() {
        long now = System.nanoTime();
        if (now - lastNanos > EVERY_NANOS) {
            lastNanos = now;
            heaviest = Math.max(heaviest, bytes.getAsLong());
        }
        return heaviest > limit;
    }

    /** Whether a page that ended by itself most likely ended for want of memory. */
    boolean wasHeavy() {
        return heaviest > limit / 2;
    }
}
