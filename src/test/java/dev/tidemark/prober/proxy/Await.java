package dev.tidemark.prober.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, at most a minute. */
final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Await() {}

    static void holds(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).as("within %s", PATIENCE).isTrue();
    }
}
