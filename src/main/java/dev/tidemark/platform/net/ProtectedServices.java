package dev.tidemark.platform.net;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tidemark's own database, management, mail and proxy ports, which no probe may connect to by any address. */
public final class ProtectedServices {

    private final List<Service> fixed;
    private final Set<Integer> proxies = ConcurrentHashMap.newKeySet();

    ProtectedServices(List<Service> fixed) {
        this.fixed = List.copyOf(fixed);
    }

    public void proxyOpened(int port) {
        proxies.add(port);
    }

    public void proxyClosed(int port) {
        proxies.remove(port);
    }

    boolean uses(int port) {
        return fixed.stream().anyMatch(service -> service.port() == port);
    }

    boolean isProtected(InetAddress address, int port) {
        return proxies.contains(port) && isThisMachine(address)
                || fixed.stream().anyMatch(service -> service.port() == port && service.isAt(address));
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** A service by its configured host name or address. */
    record Service(String host, int port) {

        /** If its name cannot be resolved, any address might be its own. */
        boolean isAt(InetAddress address) {
            try {
                for (InetAddress one : InetAddress.getAllByName(host)) {
                    if (one.equals(address) || isThisMachine(one) && isThisMachine(address)) {
                        return true;
                    }
                }
                return false;
            } catch (UnknownHostException unknown) {
                return true;
            }
        }
    }
}
