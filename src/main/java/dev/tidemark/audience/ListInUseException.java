package dev.tidemark.audience;

/** A list stays, for somebody needs it. */
public final class ListInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListInUseException(String id, ListUse use) {
        super("List \"" + id + "\" is in use: " + use.words() + ". Change that first");
    }
}
