package dev.tidemark.prober.proxy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Parses IP literals without DNS: {@code 192.0.2.1}, {@code 2001:db8::1}, {@code [2001:db8::1]}. */
final class IpLiteral {

    private IpLiteral() {}

    static Optional<InetAddress> parse(String text) {
        if (text.indexOf(':') >= 0) {
            return six(text.startsWith("[") ? text : "[" + text + "]");
        }
        return NetUtil.isValidIpV4Address(text)
                ? Optional.of(ofBytes(NetUtil.createByteArrayFromIpAddressString(text)))
                : Optional.empty();
    }

    /** Of 4 or 16 bytes; an IPv4-mapped one becomes an IPv4 address. */
    static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Invalid IP address length: " + bytes.length + " bytes", impossible);
        }
    }

    /** In brackets, the JDK accepts only an IP literal. */
    private static Optional<InetAddress> six(String bracketed) {
        try {
            return Optional.of(InetAddress.getByName(bracketed));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
