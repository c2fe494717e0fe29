package dev.tidemark.prober.host;

import java.util.function.LongSupplier;

/** Weighs a browser while its page is looked at, before a page takes the memory of the whole machine. */
public final class BrowserMemoryMonitor {

    private static final long EVERY_NANOS = 500_000_000L;
    private static final long MOST_BYTES = 3L << 30;
    /** What the rest of the machine may well take while a page is looked at. */
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
     * @param bytes what the browser holds; asking costs tens of ms of processor time
     * @param available what the machine has left; asking costs next to nothing
     * @param everyNanos how long to wait between two looks
     */
    BrowserMemoryMonitor(LongSupplier bytes, LongSupplier available, long limit, long everyNanos) {
        this.bytes = bytes;
        this.available = available;
        this.mostAvailable = available.getAsLong();
        this.limit = limit;
        this.everyNanos = everyNanos;
    }

    /**
     * Whether the page has taken too much. Looks at most twice a second, and weighs only when the machine has lost so much
     * memory since it had most of it that a page could be the reason.
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
