package dev.tidemark.model.metric;

/** The unit of a metric. The API writes the symbol next to the value. */
public enum Unit {
    MILLISECONDS("ms"),
    BYTES("B"),
    COUNT("count"),
    /** From 0 to 100. */
    PERCENT("%"),
    /** No unit: CLS, and scores from 0 to 1. */
    RATIO("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
