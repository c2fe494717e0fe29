package dev.tidemark.prober.vitals;

/** A stretch of time, in ms from navigation start. */
record TimeSpan(double start, double end) {

    double length() {
        return end - start;
    }

    /** The part of it that lies within another; its length is negative when there is none. */
    TimeSpan within(TimeSpan other) {
        return new TimeSpan(Math.max(start, other.start), Math.min(end, other.end));
    }
}
