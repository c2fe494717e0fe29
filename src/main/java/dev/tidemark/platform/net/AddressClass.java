package dev.tidemark.platform.net;

import java.net.InetAddress;
import java.util.List;

/**
 * Purpose of an address according to the IANA special-purpose registries
 * (iana.org/assignments/iana-ipv4-special-registry).
 */
enum AddressClass {
    /** Cloud metadata services, which issue credentials; some of their addresses are in public or private ranges. */
    METADATA(
            "169.254.169.254",
            "169.254.170.2",
            "169.254.170.23",
            "169.254.0.23",
            "169.254.42.42",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254",
            "fd00:42::42",
            "fe80::a9fe:a9fe"),
    LOOPBACK("127.0.0.0/8", "::1"),
    /** Private use, unique local, and the shared space of carriers and overlay networks. */
    PRIVATE("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"),
    /**
     * Not globally reachable: link-local, documentation, benchmarks, site-local, protocol assignments, Teredo,
     * 6to4 relays.
     */
    SPECIAL(
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "fe80::/10",
            "fec0::/10",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16"),
    /** Not usable for TCP, or this machine itself: "this network", multicast, reserved, broadcast. */
    NOWHERE("0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "::", "ff00::/8"),
    PUBLIC("0.0.0.0/0", "2000::/3"),
    UNASSIGNED("::/0");

    private final List<CidrBlock> networks;

    AddressClass(String... networks) {
        this.networks = List.of(networks).stream().map(CidrBlock::of).toList();
    }

    /** The first class that contains it. */
    static AddressClass of(InetAddress address) {
        for (AddressClass one : values()) {
            if (one.networks.stream().anyMatch(network -> network.contains(address))) {
                return one;
            }
        }
        return UNASSIGNED;
    }
}
