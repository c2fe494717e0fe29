package dev.tidemark.platform.proxy;

import dev.tidemark.platform.net.CidrBlock;
import dev.tidemark.platform.net.IpLiteral;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The proxies whose headers are believed. */
record TrustedProxies(List<CidrBlock> networks) {

    /** @param text comma-separated addresses and networks; invalid ones are refused by the launcher and trust nobody */
    static TrustedProxies of(String text) {
        return new TrustedProxies(Arrays.stream(text.split("[,\\s]+"))
                .flatMap(one -> CidrBlock.parse(one).stream())
                .toList());
    }

    boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * The client: of the addresses that proxies appended, the last one that is not a proxy. What a client writes into
     * the header itself is further left, and never reached.
     *
     * @param forwardedFor values of {@code X-Forwarded-For}, in order
     */
    Optional<InetAddress> client(List<String> forwardedFor) {
        List<String> hops = Arrays.asList(String.join(",", forwardedFor).split(","));
        Collections.reverse(hops);
        Optional<InetAddress> client = Optional.empty();
        for (String hop : hops) {
            Optional<InetAddress> address = IpLiteral.parse(withoutPort(hop.strip()));
            if (address.isEmpty()) {
                return client;
            }
            client = address;
            if (!contains(address.get())) {
                return client;
            }
        }
        return client;
    }

    /** Some proxies append the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.replaceFirst("^\\[([^\\]]*)\\](:\\d+)?$", "$1");
        }
        return hop.matches("[\\d.]+:\\d+") ? hop.substring(0, hop.indexOf(':')) : hop;
    }
}
