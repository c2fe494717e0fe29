package dev.tidemark.delivery;

/** Finds what to put into a mail; it must not fail, because a letter without a picture is better than none. */
@FunctionalInterface
public interface Enclosures {

    /** @param letter the first of those that travel together; the only one when {@code alone} */
    Enclosed of(Letter letter, boolean alone);
}
