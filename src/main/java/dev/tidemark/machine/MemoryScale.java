package dev.tidemark.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Weighs a browser while its page is at work, before a page takes the memory of the whole machine. */
public final class MemoryScale {

    private static final long EVERY_NANOS = 1_000_000_000L;
    private static final long MOST_BYTES = 3L << 30;
    /** What the rest of the machine may well take while a page is looked at. */
    private static final long SUSPICIOUS_BYTES = 1L << 30;

    private final LongSupplier bytes;
    private final LongSupplier free;
    private final long freeAtStart;
    private final long limit;
    private final long everyNanos;
    private long lastNanos = System.nanoTime();
    private long heaviest;

    public MemoryScale(LongSupplier bytes) {
        this(
                bytes,
                machine()::getFreeMemorySize,
                Math.min(MOST_BYTES, machine().getTotalMemorySize() / 2),
                EVERY_NANOS);
    }

    /**
     * @param bytes what the browser holds; asking costs tens of ms of processor time
     * @param free what the machine has left; asking costs next to nothing
     * @param everyNanos how long to wait between two weighings
     */
    MemoryScale(LongSupplier bytes, LongSupplier free, long limit, long everyNanos) {
        this.bytes = bytes;
        this.free = free;
        this.freeAtStart = free.getAsLong();
        this.limit = limit;
        this.everyNanos = everyNanos;
    }

    private static OperatingSystemMXBean machine() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    /**
     * Whether the page has taken too much. Weighs at most once a second; a page without long tasks only when the machine
     * has lost memory meanwhile, for it may also be eaten in small bites.
     */
    public boolean isTooHeavy(boolean quiet) {
        long now = System.nanoTime();
        if (now - lastNanos > everyNanos && (!quiet || freeAtStart - free.getAsLong() > SUSPICIOUS_BYTES)) {
            lastNanos = now;
            heaviest = Math.max(heaviest, bytes.getAsLong());
        }
        return heaviest > limit;
    }

    /** Whether a page that ended by itself most likely ended for want of memory. */
    public boolean wasHeavy() {
        return heaviest > limit / 2;
    }
}
