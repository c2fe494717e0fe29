package dev.tidemark.prober.proxy;

/** A connection failed. Has no stack trace, as it is an expected result. */
final class ConnectionFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ConnectFailure kind;

    ConnectionFailedException(ConnectFailure kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    ConnectFailure kind() {
        return kind;
    }
}
