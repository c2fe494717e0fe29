package dev.tidemark.platform.net;

import java.net.InetAddress;
import java.util.Optional;

/** A network in CIDR notation. Bits after the prefix are ignored. */
public record CidrBlock(InetAddress base, int prefix) {

    /** Parses {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. */
    public static Optional<CidrBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> base = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int longest = 8 * base.get().getAddress().length;
        String length = slash < 0 ? String.valueOf(longest) : text.substring(slash + 1);
        boolean valid = length.matches("\\d{1,3}") && Integer.parseInt(length) <= longest;
        return valid ? Optional.of(new CidrBlock(base.get(), Integer.parseInt(length))) : Optional.empty();
    }

    /** A constant network. */
    public static CidrBlock of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    public boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
