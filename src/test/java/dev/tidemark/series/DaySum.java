package dev.tidemark.series;

import java.time.Instant;

/** A day summed up as its row has it, for whoever writes such rows by themselves. */
public record DaySum(int runs, double lowest, double highest, double total, byte[] sketch) {

    public static DaySum of(double[] values) {
        Summary sum = Summary.of(Instant.EPOCH, values);
        return new DaySum(sum.runs(), sum.lowest(), sum.highest(), sum.total(), sum.sketch());
    }
}
