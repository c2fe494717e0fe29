package dev.tidemark.storage.timeseries;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of a metric over time, oldest first, in its unit. Two arrays instead of objects, as a year of runs every five
 * minutes has a hundred thousand values.
 */
public final class ValueSeries {
    /** The epoch of PostgreSQL's timestamps. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final long[] atMillis;
    private final double[] values;

    private ValueSeries(long[] atMillis, double[] values) {
        this.atMillis = atMillis;
        this.values = values;
    }

    static ValueSeries empty() {
        return new ValueSeries(new long[0], new double[0]);
    }

    /** Decodes alternating {@code timestamptz_send} and {@code float8send} values, in any order. */
    static ValueSeries unpacked(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        long[] at = new long[packed.length / (Long.BYTES + Double.BYTES)];
        double[] values = new double[at.length];
        boolean inOrder = true;
        for (int i = 0; i < at.length; i++) {
            at[i] = EPOCH.toEpochMilli() + Math.floorDiv(bytes.getLong(), 1_000L);
            values[i] = bytes.getDouble();
            inOrder &= i == 0 || at[i - 1] <= at[i];
        }
        ValueSeries series = new ValueSeries(at, values);
        return inOrder ? series : series.sorted();
    }

    public int size() {
        return values.length;
    }

    public Instant at(int i) {
        return Instant.ofEpochMilli(atMillis[i]);
    }

    public double value(int i) {
        return values[i];
    }

    public double[] values() {
        return values.clone();
    }

    /** The values by step, oldest first; steps start at multiples of the step since the epoch. */
    public List<StepValues> by(Duration step) {
        List<StepValues> steps = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || number(i, step) != number(first, step)) {
                steps.add(new StepValues(
                        Instant.ofEpochMilli(number(first, step) * step.toMillis()),
                        Arrays.copyOfRange(values, first, i)));
                first = i;
            }
        }
        return List.copyOf(steps);
    }

    private long number(int i, Duration step) {
        return Math.floorDiv(atMillis[i], step.toMillis());
    }

    private ValueSeries sorted() {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Long.compare(atMillis[one], atMillis[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ValueSeries(
                IntStream.of(order).mapToLong(i -> atMillis[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> values[i]).toArray());
    }
}
