package dev.tidemark.prober.host;

/**
 * Benchmark of the current CPU speed: rounds of a fixed calculation within a few ms. Results from machines, or
 * times, with much different values are not comparable. The unit is thousands of rounds per ms; higher is faster.
 */
public final class CpuBenchmark {

    private static final long FULL_NANOS = 10_000_000;
    private static final long QUICK_NANOS = 3_000_000;
    private static final int ROUNDS_PER_BATCH = 1_000;

    private CpuBenchmark() {}

    /** In 10 ms, for a run. */
    public static double run() {
        return run(FULL_NANOS);
    }

    /** In 3 ms, before each sample. */
    public static double runQuick() {
        return run(QUICK_NANOS);
    }

    private static double run(long spanNanos) {
        long start = System.nanoTime();
        long seed = start;
        long batches = 0;
        while (System.nanoTime() - start < spanNanos) {
            for (int i = 0; i < ROUNDS_PER_BATCH; i++) {
                seed = seed * 6364136223846793005L + 1442695040888963407L;
                seed ^= seed >>> 17;
            }
            batches++;
        }
        double millis = (System.nanoTime() - start) / 1e6;
        return seed == 0 ? 0 : batches * ROUNDS_PER_BATCH / 1000.0 / millis;
    }
}
