package dev.tidemark.platform.url;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** IPv6 addresses in brackets (https://url.spec.whatwg.org/#concept-ipv6-parser); a browser takes none with a zone. */
final class Ipv6Address {

    private static final int PIECES = 8;

    private Ipv6Address() {}

    /**
     * The shortest form, in brackets.
     *
     * @throws InvalidValueException for anything else than an IPv6 address in brackets
     */
    static String normalized(String bracketed) {
        boolean closed = bracketed.length() > 2 && bracketed.indexOf(']') == bracketed.length() - 1;
        List<Integer> pieces = closed ? pieces(bracketed.substring(1, bracketed.length() - 1)) : List.of();
        if (pieces.size() != PIECES) {
            throw new InvalidValueException("validation.host.ipv6", bracketed);
        }
        return "[" + compressed(pieces) + "]";
    }

    /** Whether the text is an IPv6 address, without brackets. */
    static boolean isAddress(String text) {
        return pieces(text).size() == PIECES;
    }

    /** Eight numbers; anything else for an invalid address. */
    private static List<Integer> pieces(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return numbers(text, true);
        }
        List<Integer> before = gap == 0 ? List.of() : numbers(text.substring(0, gap), false);
        String rest = text.substring(gap + 2);
        List<Integer> after = rest.isEmpty() ? List.of() : numbers(rest, true);
        int zeros = PIECES - before.size() - after.size();
        boolean invalid = gap > 0 && before.isEmpty() || !rest.isEmpty() && after.isEmpty();
        if (invalid || zeros < 1) {
            return List.of();
        }
        List<Integer> all = new ArrayList<>(before);
        all.addAll(Collections.nCopies(zeros, 0));
        all.addAll(after);
        return all;
    }

    /** The numbers between colons; the last one may be an IPv4 address. Empty for anything else. */
    private static List<Integer> numbers(String text, boolean mayEndInIpv4) {
        List<Integer> numbers = new ArrayList<>();
        String[] parts = text.split(":", -1);
        for (int n = 0; n < parts.length; n++) {
            if (mayEndInIpv4 && n == parts.length - 1 && Ipv4Address.isDotted(parts[n])) {
                int[] bytes = Arrays.stream(parts[n].split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                numbers.add(bytes[0] << 8 | bytes[1]);
                numbers.add(bytes[2] << 8 | bytes[3]);
            } else if (parts[n].matches("[0-9a-fA-F]{1,4}")) {
                numbers.add(Integer.parseInt(parts[n], 16));
            } else {
                return List.of();
            }
        }
        return numbers;
    }

    /** The first longest run of at least two zeros becomes two colons. */
    private static String compressed(List<Integer> pieces) {
        int start = 0;
        int length = 0;
        for (int from = 0; from < PIECES; from++) {
            int to = from;
            while (to < PIECES && pieces.get(to) == 0) {
                to++;
            }
            if (to - from > length) {
                start = from;
                length = to - from;
            }
        }
        return length < 2
                ? hex(pieces)
                : hex(pieces.subList(0, start)) + "::" + hex(pieces.subList(start + length, PIECES));
    }

    private static String hex(List<Integer> pieces) {
        return pieces.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
