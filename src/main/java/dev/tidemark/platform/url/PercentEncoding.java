package dev.tidemark.platform.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The percent-encode sets of the parts of a URL (https://url.spec.whatwg.org/#percent-encoded-bytes). */
enum PercentEncoding {
    /** With the vertical bar, which browsers encode beyond the standard: an HTTP check asks for what a page load asks for. */
    PATH(" \"#<>?^`{|}"),
    QUERY(" \"#<>'"),
    FRAGMENT(" \"<>`");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String encoded;

    PercentEncoding(String encoded) {
        this.encoded = encoded;
    }

    /** Percent signs remain, also when no hexadecimal digits follow. */
    String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one < 0x20 || one == 0x7F || encoded.indexOf(one) >= 0) {
                out.append('%').append(HEX.toHexDigits(one));
            } else {
                out.append((char) one);
            }
        }
        return out.toString();
    }

    /** Decodes to UTF-8; a percent sign without two hexadecimal digits remains. */
    static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int n = 0; n < bytes.length; n++) {
            boolean isEncoded = bytes[n] == '%'
                    && n + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[n + 1])
                    && HexFormat.isHexDigit(bytes[n + 2]);
            if (isEncoded) {
                out.write(HexFormat.fromHexDigit(bytes[n + 1]) << 4 | HexFormat.fromHexDigit(bytes[n + 2]));
                n += 2;
            } else {
                out.write(bytes[n]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
