package dev.tidemark.reporting.chart;

/** Linear scale: maps values from {@code low} to {@code high} to positions from {@code from} to {@code to}. */
record LinearScale(double low, double high, double from, double to) {

    LinearScale {
        if (!(high > low)) {
            throw new IllegalArgumentException("Empty scale: " + low + " to " + high);
        }
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }
}
