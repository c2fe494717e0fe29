package dev.tidemark.prober.proxy;

/** Why a connection failed. */
public enum ConnectFailure {
    /** The name has no address, or the name server did not respond. */
    DNS_FAILURE,
    REFUSED,
    TIMEOUT,
    /** No route to the host or its network. */
    UNREACHABLE,
    /** The policy blocks every address of the name; nothing was sent. */
    BLOCKED
}
