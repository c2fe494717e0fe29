package dev.tidemark.prober.vitals;

/** A period, in ms from navigation start. */
record TimeSpan(double start, double end) {

    double length() {
        return end - start;
    }

    /** Its intersection with another period; the length is negative if they do not overlap. */
    TimeSpan within(TimeSpan other) {
        return new TimeSpan(Math.max(start, other.start), Math.min(end, other.end));
    }
}
