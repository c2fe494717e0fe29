package dev.tidemark.platform.text;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;
import java.util.Optional;

/** Encodings that are recognizable by their mark, or by the zero bytes of ASCII characters in them. */
enum OtherEncoding {
    UTF_32("UTF-32"),
    UTF_16("UTF-16"),
    GZIP("gzip");

    private static final int SAMPLE = 400;

    private final String title;

    OtherEncoding(String title) {
        this.title = title;
    }

    static Optional<OtherEncoding> of(byte[] bytes) {
        if (startsWith(bytes, 0x1f, 0x8b)) {
            return Optional.of(GZIP);
        }
        if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff) || hasZeros(bytes, 4, 3)) {
            return Optional.of(UTF_32);
        }
        boolean utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || hasZeros(bytes, 2, 1);
        return utf16 ? Optional.of(UTF_16) : Optional.empty();
    }

    LocalizedMessage message() {
        return LocalizedMessage.of(this == GZIP ? "text.encoding.compressed" : "text.encoding.other", title);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether most units of the given width consist of zeros and one other byte, always at the same end. */
    private static boolean hasZeros(byte[] bytes, int width, int zeros) {
        int units = Math.min(bytes.length, SAMPLE) / width;
        int little = 0;
        int big = 0;
        for (int unit = 0; unit < units; unit++) {
            byte[] one = Arrays.copyOfRange(bytes, unit * width, (unit + 1) * width);
            big += one[width - 1] != 0 && isZero(one, 0, zeros) ? 1 : 0;
            little += one[0] != 0 && isZero(one, width - zeros, width) ? 1 : 0;
        }
        return units > 0 && 2 * Math.max(little, big) > units;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
