package dev.tidemark.storage.timeseries;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.IntToDoubleFunction;

/** Value series for tests of any package. */
public final class ValueSeriesFixture {
    private ValueSeriesFixture() {}

    /** The given number of runs, one every five minutes. */
    public static ValueSeries everyFiveMinutes(Instant from, int runs, IntToDoubleFunction value) {
        ByteBuffer packed = ByteBuffer.allocate(16 * runs);
        for (int i = 0; i < runs; i++) {
            Instant at = from.plus(Duration.ofMinutes(5L * i));
            packed.putLong(ChronoUnit.MICROS.between(Instant.parse("2000-01-01T00:00:00Z"), at))
                    .putDouble(value.applyAsDouble(i));
        }
        return ValueSeries.unpacked(packed.array());
    }
}
