package dev.tidemark.platform.url;

/** IP addresses as people write them into a definition: without brackets and zone. */
public final class IpAddress {

    private IpAddress() {}

    /** Four decimal numbers, or an IPv6 address. */
    public static boolean isValid(String text) {
        return Ipv4Address.isDotted(text) || Ipv6Address.isAddress(text);
    }
}
