package dev.tidemark.platform.url;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** IPv4 addresses as browsers read them (https://url.spec.whatwg.org/#concept-ipv4-parser): {@code 127.1} and {@code 0x7f.1} are 127.0.0.1. */
final class Ipv4Address {

    private static final int BITS_PER_PART = 8;
    private static final int MAX_PARTS = 4;
    private static final BigInteger MAX_PART = BigInteger.valueOf(255);

    private Ipv4Address() {}

    /** Whether the last part is a number: then the host is an IPv4 address or invalid. */
    static boolean isMeant(String host) {
        List<String> parts = parts(host);
        String last = parts.get(parts.size() - 1);
        return last.matches("[0-9]+") || last.startsWith("0x") && number(last).isPresent();
    }

    /** @throws InvalidValueException for anything that is no IPv4 address */
    static String normalized(String host) {
        List<String> parts = parts(host);
        List<BigInteger> numbers =
                parts.stream().flatMap(part -> number(part).stream()).toList();
        if (parts.size() > MAX_PARTS || numbers.size() < parts.size()) {
            throw new InvalidValueException("validation.host.ipv4", host);
        }
        int leading = numbers.size() - 1;
        BigInteger last = numbers.get(leading);
        if (last.bitLength() > BITS_PER_PART * (MAX_PARTS - leading)
                || numbers.subList(0, leading).stream().anyMatch(one -> one.compareTo(MAX_PART) > 0)) {
            throw new InvalidValueException("validation.host.ipv4", host);
        }
        long address = last.longValueExact();
        for (int n = 0; n < leading; n++) {
            address |= numbers.get(n).longValueExact() << BITS_PER_PART * (MAX_PARTS - 1 - n);
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    /** Four decimal numbers without leading zeros. */
    static boolean isDotted(String text) {
        return text.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")
                && Arrays.stream(text.split("\\.")).allMatch(part -> Integer.parseInt(part) <= 255);
    }

    private static List<String> parts(String host) {
        List<String> parts = new ArrayList<>(Arrays.asList(host.split("\\.", -1)));
        if (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return parts;
    }

    private static Optional<BigInteger> number(String part) {
        boolean hex = part.matches("0x[0-9a-f]*");
        boolean octal = !hex && part.matches("0[0-7]+");
        if (!hex && !octal && !part.matches("0|[1-9][0-9]*")) {
            return Optional.empty();
        }
        String digits = hex ? part.substring(2) : part;
        return Optional.of(digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, hex ? 16 : octal ? 8 : 10));
    }
}
