package dev.tidemark.platform.undertow;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The path of a request as it was sent: https://www.rfc-editor.org/rfc/rfc3986#section-3.3 */
final class RequestPath {

    private static final Pattern CHARACTERS = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*+");
    private static final int HEXADECIMAL = 16;

    private RequestPath() {}

    /** Whether a path has only the characters of paths, and its encoded bytes are UTF-8. */
    static boolean isValid(String path) {
        return CHARACTERS.matcher(path).matches() && isUtf8(path);
    }

    private static boolean isUtf8(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < path.length(); at++) {
            if (path.charAt(at) == '%') {
                bytes.write(Integer.parseInt(path.substring(at + 1, at + 3), HEXADECIMAL));
                at += 2;
            } else {
                bytes.write(path.charAt(at));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
