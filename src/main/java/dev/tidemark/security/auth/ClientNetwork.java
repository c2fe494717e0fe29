package dev.tidemark.security.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that a request comes from, as far as attempts are counted together: an IPv4 address, or the 64-bit prefix of an
 * IPv6 address, within which a client chooses its addresses. All loopback addresses are one.
 *
 * @param key the same for the same network
 * @param isLocal whether the client runs on the machine of the server
 */
record ClientNetwork(String key, boolean isLocal) {

    private static final int PREFIX_BYTES = 8;
    private static final String LOOPBACK = "loopback";

    /** Clients of a proxy on this machine that no setting names: they share an address, but are not local. */
    private static final ClientNetwork UNKNOWN_PROXY = new ClientNetwork("loopback-forwarded", false);

    static ClientNetwork of(HttpServletRequest request) {
        ClientNetwork network = of(request.getRemoteAddr());
        boolean isForwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return network.isLocal && isForwarded ? UNKNOWN_PROXY : network;
    }

    /** Whether it may be that of many clients, because the proxy between is not named in the settings. */
    boolean isShared() {
        return equals(UNKNOWN_PROXY);
    }

    /** @param address in digits, with a zone or without; anything else is a network of its own */
    static ClientNetwork of(String address) {
        String digits = address.replaceFirst("%.*$", "").replaceAll("[\\[\\]]", "");
        if (!digits.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return new ClientNetwork(address, false);
        }
        try {
            return of(InetAddress.getByName(digits), digits);
        } catch (UnknownHostException notAnAddress) {
            return new ClientNetwork(digits, false);
        }
    }

    private static ClientNetwork of(InetAddress address, String digits) {
        if (address.isLoopbackAddress()) {
            return new ClientNetwork(LOOPBACK, true);
        }
        if (address instanceof Inet6Address) {
            byte[] prefix = Arrays.copyOf(address.getAddress(), PREFIX_BYTES);
            return new ClientNetwork(HexFormat.of().formatHex(prefix) + "/64", false);
        }
        return new ClientNetwork(digits.contains(":") ? address.getHostAddress() : digits, false);
    }
}
