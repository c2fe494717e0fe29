package dev.tidemark.prober.host;

import java.util.function.LongSupplier;

/** Checks the memory of a browser while a page is observed, before the page uses up the memory of the machine. */
public final class BrowserMemoryMonitor {

    private static final long INTERVAL_NANOS = 500_000_000L;
    private static final long MAX_BYTES = 3L << 30;
    /** Memory that other processes may allocate while a page is observed. */
    private static final long SUSPICIOUS_BYTES = 1L << 30;

    private final LongSupplier bytes;
    private final LongSupplier available;
    private final long limit;
    private final long intervalNanos;
    private long lastNanos = System.nanoTime();
    private long maxAvailable;
    private long peak;

    public BrowserMemoryMonitor(LongSupplier bytes) {
        this(bytes, HostMemory::availableBytes, Math.min(MAX_BYTES, HostMemory.totalBytes() / 2), INTERVAL_NANOS);
    }

    /**
     * @param bytes memory of the browser; reading it costs tens of ms of CPU time
     * @param available available memory of the machine; cheap to read
     * @param intervalNanos minimum interval between two checks
     */
    BrowserMemoryMonitor(LongSupplier bytes, LongSupplier available, long limit, long intervalNanos) {
        this.bytes = bytes;
        this.available = available;
        this.maxAvailable = available.getAsLong();
        this.limit = limit;
        this.intervalNanos = intervalNanos;
    }

    /**
     * Whether the page uses too much memory. Checks at most twice a second, and measures the browser only if the
     * available memory of the machine has dropped so far that the page could be the cause.
     */
    public boolean isExceeded() {
        long now = System.nanoTime();
        if (now - lastNanos > intervalNanos) {
            lastNanos = now;
            measure();
        }
        return peak > limit;
    }

    private void measure() {
        long availableNow = available.getAsLong();
        maxAvailable = Math.max(maxAvailable, availableNow);
        if (maxAvailable - availableNow > SUSPICIOUS_BYTES) {
            peak = Math.max(peak, bytes.getAsLong());
        }
    }

    /** Whether a page that crashed most likely ran out of memory. */
    public boolean wasExceeded() {
        return peak > limit / 2;
    }
}
