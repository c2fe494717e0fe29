package dev.tidemark.config.document;

/** What is wrong and what to do about it, and where. */
public record ValidationError(SourceLocation place, String detail) {

    @Override
    public String toString() {
        return place + " " + detail;
    }
}
