package dev.tidemark.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses IP literals without DNS: {@code 192.0.2.1}, {@code 2001:db8::1}, {@code [2001:db8::1]}. */
public final class IpLiteral {

    /** Four decimal numbers. Shorter, octal and hexadecimal spellings are names, which the resolver interprets. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)(?:\\.(?!$)|$)){4}");

    private IpLiteral() {}

    public static Optional<InetAddress> parse(String text) {
        if (text.indexOf(':') >= 0) {
            return six(text.startsWith("[") ? text : "[" + text + "]");
        }
        return IPV4.matcher(text).matches() ? Optional.of(four(text)) : Optional.empty();
    }

    /** Of 4 or 16 bytes; an IPv4-mapped one becomes an IPv4 address. */
    static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Invalid IP address length: " + bytes.length + " bytes", impossible);
        }
    }

    private static InetAddress four(String text) {
        byte[] bytes = new byte[4];
        String[] numbers = text.split("\\.");
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return ofBytes(bytes);
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
