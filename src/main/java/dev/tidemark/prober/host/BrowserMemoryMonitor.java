package dev.tidemark.prober.host;

import java.util.function.LongSupplier;

/** Weighs a browser while its page is looked at, before a page takes the memory of the whole machine. */
public final class BrowserMemoryMonitor {

    private static final long EVERY_NANOS = 500_000_000L;
    private static final long MOST_BYTES = 3L << 30;
    /** Memory that other processes may allocate while a page is observed. */
    private static final long SUSPICIOUS_BYTES = 1L << 30;

    private final LongSupplier bytes;
    private final LongSupplier available;
    private final long limit;
    private final long everyNanos;
    private long lastNanos = System.nanoTime();
    private long mostAvailable;
    private long heaviest;

    public BrowserMemoryMonitor(LongSupplier bytes) {
        this(bytes, HostMemory::availableBytes, Math.min(MOST_BYTES, HostMemory.totalBytes() / 2), EVERY_NANOS);
    }

    /**
     * @param bytes memory of the browser; reading it costs tens of ms of CPU time
     * @param available available memory of the machine; cheap to read
     * @param everyNanos minimum interval between two checks
     */
    BrowserMemoryMonitor(LongSupplier bytes, LongSupplier available, long limit, long everyNanos) {
        this.bytes = bytes;
        this.available = available;
        this.mostAvailable = available.getAsLong();
        this.limit = limit;
        this.everyNanos = everyNanos;
    }

    /**
     * Whether the page uses too much memory. Checks at most twice a second, and measures the browser only if the
     * available memory of the machine has dropped so far that the page could be the cause.
     */
    public boolean isTooHeavy() {
        long now = System.nanoTime();
        if (now - lastNanos > everyNanos) {
            lastNanos = now;
            look();
        }
        return heaviest > limit;
    }

    private void look() {
        long left = available.getAsLong();
        mostAvailable = Math.max(mostAvailable, left);
        if (mostAvailable - left > SUSPICIOUS_BYTES) {
            heaviest = Math.max(heaviest, bytes.getAsLong());
        }
    }

    /** Whether a page that ended by itself most likely ended for want of memory. */
    public boolean wasHeavy() {
        return heaviest > limit / 2;
    }
}
