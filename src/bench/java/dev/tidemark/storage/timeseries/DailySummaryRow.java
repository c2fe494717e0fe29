package dev.tidemark.storage.timeseries;

import java.time.Instant;

/** A day summed up as its row has it, for whoever writes such rows by themselves. */
public record DailySummaryRow(int runs, double lowest, double highest, double total, byte[] sketch) {

    public static DailySummaryRow of(double[] values) {
        ValueSummary sum = ValueSummary.of(Instant.EPOCH, values);
        return new DailySummaryRow(sum.runs(), sum.lowest(), sum.highest(), sum.total(), sum.sketch());
    }
}
