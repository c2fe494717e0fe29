package dev.tidemark.platform.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** The IPv4 address embedded in an IPv6 address, to which a translating gateway sends the packets. */
final class EmbeddedIpv4 {

    /** RFC 3056. */
    private static final CidrBlock SIX_TO_FOUR = CidrBlock.of("2002::/16");
    /** RFC 6052, RFC 8215. */
    private static final CidrBlock NAT64 = CidrBlock.of("64:ff9b::/96");

    private static final CidrBlock LOCAL_NAT64 = CidrBlock.of("64:ff9b:1::/48");
    /** RFC 2765, and RFC 4291's deprecated compatible form. */
    private static final CidrBlock TRANSLATED = CidrBlock.of("::ffff:0:0:0/96");

    private static final CidrBlock COMPATIBLE = CidrBlock.of("::/96");
    private static final CidrBlock LOOPBACK = CidrBlock.of("::1");
    private static final CidrBlock ANY = CidrBlock.of("::");

    private EmbeddedIpv4() {}

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
        return IpLiteral.ofBytes(Arrays.copyOfRange(address.getAddress(), from, from + 4));
    }
}
