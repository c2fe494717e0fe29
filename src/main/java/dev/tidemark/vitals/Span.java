package dev.tidemark.vitals;

/** A stretch of time, in ms from navigation start. */
record Span(double start, double end) {

    double length() {
        return end - start;
    }

    /** The part of it that lies within another; its length is negative when there is none. */
    Span within(Span other) {
        return new Span(Math.max(start, other.start), Math.min(end, other.end));
    }
}
