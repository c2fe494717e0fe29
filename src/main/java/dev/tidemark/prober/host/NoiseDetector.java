package dev.tidemark.prober.host;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/**
 * Tells when something else keeps the machine busy: the benchmark right before a sample, when none of our own pages does
 * its main work on that share of the machine, then has less than 60 % of the best of the last 200 benchmarks, three times.
 */
public final class NoiseDetector {

    static final double LEAST_SHARE_OF_BEST = 0.6;
    static final int REMEMBERED = 200;
    static final int LOOKS = 3;
    private static final long MOMENT_NANOS = 50_000_000;

    private final Deque<Double> recent = new ArrayDeque<>();

    /**
     * Looks again after a moment when it seems so: another page of ours that is just being closed is soon over.
     *
     * @param benchmark such as {@link CpuBenchmark}; more is faster
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
