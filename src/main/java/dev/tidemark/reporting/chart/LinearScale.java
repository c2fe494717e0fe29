package dev.tidemark.reporting.chart;

/** From a value between {@code low} and {@code high} to a position between {@code from} and {@code to}. */
record LinearScale(double low, double high, double from, double to) {

    LinearScale {
        if (!(high > low)) {
            throw new IllegalArgumentException("scale from " + low + " to " + high + " has no length");
        }
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }
}
