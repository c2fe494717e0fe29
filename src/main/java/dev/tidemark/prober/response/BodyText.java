package dev.tidemark.prober.response;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body as text. Its charset is that of the byte order mark, of the Content-Type, or of a declaration in HTML or XML, in this order, as
 * in browsers; otherwise UTF-8, or windows-1252 if the bytes are not UTF-8.
 *
 * @param unknownCharset a label that was ignored
 */
record BodyText(String text, Optional<String> unknownCharset) {

    private static final int DECLARATION_LENGTH = 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?\\s*([^\"';\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern META =
            Pattern.compile("<meta\\s[^>]{0,500}?charset\\s*=\\s*[\"']?\\s*([^\"'/>;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern XML =
            Pattern.compile("\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']+)", Pattern.CASE_INSENSITIVE);

    static BodyText of(byte[] bytes, String contentType) {
        Optional<Charset> mark = byteOrderMark(bytes);
        if (mark.isPresent()) {
            return new BodyText(
                    new String(bytes, mark.get()).replaceFirst("^" + BYTE_ORDER_MARK, ""), Optional.empty());
        }
        Optional<String> label = find(PARAMETER, contentType);
        Optional<Charset> known = label.flatMap(name -> charset(name, bytes));
        Charset charset = known.or(() -> declared(bytes, contentType)).orElseGet(() -> undeclared(bytes, contentType));
        return new BodyText(new String(bytes, charset), known.isPresent() ? Optional.empty() : label);
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(UTF_16BE);
        }
        return startsWith(bytes, 0xFF, 0xFE) ? Optional.of(UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark is big-endian if its first character has a zero as its first byte. */
    private static Optional<Charset> charset(String label, byte[] bytes) {
        if (label.equalsIgnoreCase("utf-16")) {
            return Optional.of(bytes.length > 0 && bytes[0] == 0 ? UTF_16BE : UTF_16LE);
        }
        return CharsetLabels.charset(label);
    }

    /** A declaration that can be read as bytes of ASCII is not in UTF-16. */
    private static Optional<Charset> declared(byte[] bytes, String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH), ISO_8859_1);
        Optional<String> label = type.contains("xml") ? find(XML, start) : Optional.empty();
        if (type.isEmpty() || type.contains("html")) {
            label = label.or(() -> find(META, COMMENT.matcher(start).replaceAll("")));
        }
        return label.flatMap(CharsetLabels::charset)
                .map(charset -> charset.name().startsWith("UTF-16") ? UTF_8 : charset);
    }

    private static Charset undeclared(byte[] bytes, String contentType) {
        boolean json = contentType.toLowerCase(Locale.ROOT).contains("json");
        return json || isUtf8(bytes) ? UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
