package dev.tidemark.platform.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Connects only to addresses that the policy allows. The check and the connection use the same resolved address, so a
 * name that changes its address in between (DNS rebinding) has no effect, whichever library resolved it.
 */
final class GuardedSocket extends Socket {

    private final AddressPolicy policy;

    GuardedSocket(AddressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        boolean allowed = endpoint instanceof InetSocketAddress address
                && !address.isUnresolved()
                && policy.allows(address.getAddress(), address.getPort());
        if (!allowed) {
            throw new BlockedAddressException(String.valueOf(endpoint));
        }
        super.connect(endpoint, timeoutMillis);
    }
}
