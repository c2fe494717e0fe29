package dev.tidemark.prober.proxy;

/** Why a connection did not come about. */
public enum ConnectFailure {
    /** The name has no address, or the name server did not answer. */
    DNS_FAILURE,
    REFUSED,
    TIMEOUT,
    /** No route to the host or its network. */
    UNREACHABLE,
    /** The policy forbids every address that the name has; nothing was sent there. */
    BLOCKED
}
