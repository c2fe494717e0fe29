package dev.tidemark.prober.artifact;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Matches a secret in any encoding of a text, each of its characters literal, in a URL ({@code %C3%B6}, once or
 * more), in JSON or a script ({@code \"}, {@code \u00f6}), in HTML ({@code &quot;}, {@code &#246;}): encoders
 * differ in the characters that they leave literal.
 */
record SecretPattern(int[] characters) {

    private static final int NO_MATCH = -1;
    private static final Map<String, Integer> ENTITIES =
            Map.of("&amp;", (int) '&', "&lt;", (int) '<', "&gt;", (int) '>', "&quot;", (int) '"', "&apos;", (int) '\'');
    private static final Map<Character, Integer> ESCAPES = Map.of('n', (int) '\n', 'r', (int) '\r', 't', (int) '\t');

    /** Backslashes in a row count as one, as each encoder doubles them. */
    static SecretPattern of(String secret) {
        return new SecretPattern(secret.replaceAll("\\\\+", "\\\\").codePoints().toArray());
    }

    /**
     * The end of the secret in the text if it begins there; the length of the text if the text breaks off within
     * the secret; else -1.
     *
     * @param minCharacters minimum number of characters of the secret
     */
    int endIn(String text, int from, int minCharacters) {
        int at = from;
        for (int n = 0; n < characters.length; n++) {
            if (at == text.length()) {
                return n >= minCharacters ? at : NO_MATCH;
            }
            int next = after(characters[n], text, at);
            if (next == NO_MATCH) {
                return NO_MATCH;
            }
            at = next;
        }
        return at;
    }

    private static int after(int character, String text, int at) {
        if (text.codePointAt(at) == character && character != '\\') {
            return at + Character.charCount(character);
        }
        return switch (text.charAt(at)) {
            case '%' -> afterPercent(character, text, at);
            case '\\' -> afterBackslashes(character, text, at);
            case '&' -> afterEntity(character, text, at);
            case '+' -> character == ' ' ? at + 1 : NO_MATCH;
            default -> NO_MATCH;
        };
    }

    private static int afterPercent(int character, String text, int at) {
        int end = at;
        for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            end = end < 0 ? NO_MATCH : afterByte(one & 0xff, text, end);
        }
        if (end < 0 && character < 0x100) {
            end = afterByte(character, text, at);
        }
        return end < 0 && text.startsWith("%u", at) ? afterHex(character, 4, text, at + 2) : end;
    }

    private static int afterByte(int one, String text, int at) {
        if (!text.startsWith("%", at)) {
            return NO_MATCH;
        }
        int digits = at + 1;
        int end = afterHex(one, 2, text, digits);
        while (end < 0 && text.startsWith("25", digits)) {
            digits += 2;
            end = afterHex(one, 2, text, digits);
        }
        return end;
    }

    private static int afterBackslashes(int character, String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '\\') {
            end++;
        }
        int hex = text.startsWith("u", end) ? afterHex(character, 4, text, end + 1) : NO_MATCH;
        if (hex != NO_MATCH || character == '\\') {
            return hex == NO_MATCH ? end : hex;
        }
        boolean matches = end < text.length()
                && (text.codePointAt(end) == character
                        || ESCAPES.getOrDefault(text.charAt(end), NO_MATCH) == character);
        return matches ? end + Character.charCount(text.codePointAt(end)) : NO_MATCH;
    }

    private static int afterEntity(int character, String text, int at) {
        for (Map.Entry<String, Integer> one : ENTITIES.entrySet()) {
            if (one.getValue() == character && text.startsWith(one.getKey(), at)) {
                return at + one.getKey().length();
            }
        }
        for (String number : new String[] {"&#" + character + ";", "&#x" + Integer.toHexString(character) + ";"}) {
            if (text.regionMatches(true, at, number, 0, number.length())) {
                return at + number.length();
            }
        }
        return NO_MATCH;
    }

    private static int afterHex(int value, int digits, String text, int at) {
        String hex = HexFormat.of().toHexDigits(value, digits);
        return text.regionMatches(true, at, hex, 0, digits) ? at + digits : NO_MATCH;
    }
}
