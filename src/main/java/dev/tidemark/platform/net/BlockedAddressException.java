package dev.tidemark.platform.net;

import java.io.IOException;

/** The policy does not allow a connection to this address. */
public final class BlockedAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    BlockedAddressException(String address) {
        super("Connections to " + address + " are not allowed");
    }
}
