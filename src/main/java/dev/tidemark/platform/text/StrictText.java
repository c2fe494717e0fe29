package dev.tidemark.platform.text;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes bytes as text without replacing anything: https://www.rfc-editor.org/rfc/rfc8259#section-8.1 and
 * https://www.rfc-editor.org/rfc/rfc9512. A byte order mark of UTF-8 is accepted. U+FFFD is rejected even when it is encoded
 * correctly, also as a JSON escape: it is what another program left of a character that it could not decode.
 */
public final class StrictText {

    private static final char MARK = '\uFEFF';
    private static final Pattern REPLACEMENT = Pattern.compile("\uFFFD|(?<!\\\\)(?:\\\\\\\\)*\\\\u[fF]{3}[dD]");

    private StrictText() {}

    /**
     * The text of UTF-8 bytes, without a byte order mark.
     *
     * @throws UndecodableTextException for any other encoding
     */
    public static String decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The text of bytes in a declared encoding, without a byte order mark.
     *
     * @throws UndecodableTextException when they are not in that encoding
     */
    public static String decode(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            OtherEncoding.of(bytes).ifPresent(other -> {
                throw new UndecodableTextException(1, other.message());
            });
        }
        ByteBuffer input = ByteBuffer.wrap(bytes);
        String decoded = decoded(input, charset);
        String text = decoded.isEmpty() || decoded.charAt(0) != MARK ? decoded : decoded.substring(1);
        if (input.hasRemaining()) {
            throw wrongByte(bytes, input.position(), text, charset);
        }
        Matcher replacement = REPLACEMENT.matcher(text);
        if (replacement.find()) {
            TextPosition at = TextPosition.after(text.substring(0, replacement.start()));
            throw new UndecodableTextException(
                    at.line(), LocalizedMessage.of("text.encoding.replacement", at.line(), at.column()));
        }
        return text;
    }

    /** The characters before the first wrong byte, at which the input stays. */
    private static String decoded(ByteBuffer input, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer output = CharBuffer.allocate((int) (input.remaining() * (double) decoder.maxCharsPerByte()) + 2);
        CoderResult result = decoder.decode(input, output, true);
        if (!result.isError()) {
            decoder.flush(output);
        }
        return output.flip().toString();
    }

    private static UndecodableTextException wrongByte(byte[] bytes, int offset, String before, Charset charset) {
        TextPosition at = TextPosition.after(before);
        String hex = String.format(Locale.ROOT, "%02X", bytes[offset]);
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        String key = utf8 && isSingleByte(bytes) ? "text.encoding.latin1" : "text.encoding.wrongByte";
        return new UndecodableTextException(
                at.line(), LocalizedMessage.of(key, charset.name(), hex, at.line(), at.column(), offset));
    }

    /** Whether no character beyond ASCII is UTF-8, as in a text in Latin-1 or Windows-1252. */
    private static boolean isSingleByte(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.chars().noneMatch(c -> c > 0x7f && c != 0xfffd);
    }

    /**
     * The encoding of a {@code charset} parameter.
     *
     * @return empty for an unknown name
     */
    public static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
