package dev.tidemark.storage.timeseries;

import java.time.Instant;

/** The daily summary as its row stores it, for code that writes such rows directly. */
public record DailySummaryRow(int runs, double lowest, double highest, double total, byte[] sketch) {

    public static DailySummaryRow of(double[] values) {
        ValueSummary sum = ValueSummary.of(Instant.EPOCH, values);
        return new DailySummaryRow(sum.runs(), sum.lowest(), sum.highest(), sum.total(), sum.sketch());
    }
}
