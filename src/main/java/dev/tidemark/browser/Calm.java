package dev.tidemark.browser;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * Tells when something else keeps the machine busy: the benchmark right before a sample, when none of our own pages does
 * its main work on that share of the machine, then has less than 60 % of the best of the last 200 benchmarks.
 */
final class Calm {

    static final double LEAST_SHARE_OF_BEST = 0.6;
    static final int REMEMBERED = 200;

    private final Deque<Double> recent = new ArrayDeque<>();

    /** @param benchmark of {@link CpuBenchmark}, taken right now; more is faster */
    synchronized boolean isDisturbed(double benchmark) {
        recent.addLast(benchmark);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        return benchmark < LEAST_SHARE_OF_BEST * Collections.max(recent);
    }
}
