package dev.tidemark.alerting.recipient;

/** A list stays, for somebody needs it. */
public final class ContactGroupInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContactGroupInUseException(String id, ContactGroupUsage use) {
        super("List \"" + id + "\" is in use: " + use.words() + ". Change that first");
    }
}
