package dev.tidemark.prober.host;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/**
 * Detects noise: a sample is noisy if the CPU benchmark right before it, taken while none of our own pages does its
 * main work on that share of the machine, is below 60 % of the best of the last 200 results three times in a row.
 */
public final class NoiseDetector {

    static final double LEAST_SHARE_OF_BEST = 0.6;
    static final int REMEMBERED = 200;
    static final int LOOKS = 3;
    private static final long MOMENT_NANOS = 50_000_000;

    private final Deque<Double> recent = new ArrayDeque<>();

    /**
     * Repeats a slow benchmark after a moment: a page of ours that is being closed is only a short disturbance.
     *
     * @param benchmark such as {@link CpuBenchmark}; higher is faster
     */
    public boolean isDisturbed(DoubleSupplier benchmark) {
        for (int look = 1; isDisturbed(benchmark.getAsDouble()); look++) {
            if (look == LOOKS) {
                return true;
            }
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        return false;
    }

    private synchronized boolean isDisturbed(double benchmark) {
        recent.addLast(benchmark);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        return benchmark < LEAST_SHARE_OF_BEST * Collections.max(recent);
    }
}
