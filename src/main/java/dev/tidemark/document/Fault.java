package dev.tidemark.document;

/** What is wrong and what to do about it, and where. */
public record Fault(Place place, String detail) {

    @Override
    public String toString() {
        return place + " " + detail;
    }
}
