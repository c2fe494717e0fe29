package dev.tidemark.prober.host;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/**
 * Detects noise: a sample is noisy if the CPU benchmark right before it, taken while no page of Tidemark does its
 * main work on that share of the machine, is below 60 % of the best of the last 200 results three times in a row.
 */
public final class NoiseDetector {

    static final double MIN_SHARE_OF_BEST = 0.6;
    static final int WINDOW = 200;
    static final int ATTEMPTS = 3;
    private static final long PAUSE_NANOS = 50_000_000;

    private final Deque<Double> recent = new ArrayDeque<>();

    /**
     * Repeats a slow benchmark after a pause: a page that is being closed slows the machine only briefly.
     *
     * @param benchmark such as {@link CpuBenchmark}; higher is faster
     */
    public boolean isNoisy(DoubleSupplier benchmark) {
        for (int attempt = 1; isNoisy(benchmark.getAsDouble()); attempt++) {
            if (attempt == ATTEMPTS) {
                return true;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return false;
    }

    private synchronized boolean isNoisy(double benchmark) {
        recent.addLast(benchmark);
        if (recent.size() > WINDOW) {
            recent.removeFirst();
        }
        return benchmark < MIN_SHARE_OF_BEST * Collections.max(recent);
    }
}
