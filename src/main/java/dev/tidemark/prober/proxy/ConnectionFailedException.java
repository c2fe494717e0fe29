package dev.tidemark.prober.proxy;

/** No connection came about. Without a stack: it is an answer, not a bug. */
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
