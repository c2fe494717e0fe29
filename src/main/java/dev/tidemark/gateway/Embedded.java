package dev.tidemark.gateway;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** The IPv4 address that an IPv6 address stands for: a gateway on the way unpacks it, so it is where the packets go. */
final class Embedded {

    /** RFC 3056. */
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    /** RFC 6052, RFC 8215. */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    private static final Network LOCAL_NAT64 = Network.of("64:ff9b:1::/48");
    /** RFC 2765, and RFC 4291's deprecated compatible form. */
    private static final Network TRANSLATED = Network.of("::ffff:0:0:0/96");

    private static final Network COMPATIBLE = Network.of("::/96");
    private static final Network LOOPBACK = Network.of("::1");
    private static final Network ANY = Network.of("::");

    private Embedded() {}

    static Optional<InetAddress> in(InetAddress address) {
        if (address instanceof Inet4Address || LOOPBACK.contains(address) || ANY.contains(address)) {
            return Optional.empty();
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(four(address, 2));
        }
        boolean atTheEnd = NAT64.contains(address)
                || LOCAL_NAT64.contains(address)
                || TRANSLATED.contains(address)
                || COMPATIBLE.contains(address);
        return atTheEnd ? Optional.of(four(address, 12)) : Optional.empty();
    }

    private static InetAddress four(InetAddress address, int from) {
        return Literal.ofBytes(Arrays.copyOfRange(address.getAddress(), from, from + 4));
    }
}
