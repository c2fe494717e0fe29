package dev.tidemark.gateway;

/** No connection came about. Without a stack: it is an answer, not a bug. */
final class DiallingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    DiallingException(FailureKind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }
}
