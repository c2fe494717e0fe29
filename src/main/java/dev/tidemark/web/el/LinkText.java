package dev.tidemark.web.el;

/** The value of an attribute with a link: text and expressions, such as {@code /probes/#{id}}. */
final class LinkText {

    private static final String BEGIN = "#{";

    private LinkText() {}

    /** The same link below a base path: only its beginning matters. */
    static String below(String base, String value) {
        if (value.startsWith(BEGIN)) {
            int end = end(value);
            return BEGIN + "links.to(" + value.substring(BEGIN.length(), end) + ")" + value.substring(end);
        }
        return value.startsWith("/") && !value.startsWith("//") ? base + value : value;
    }

    /** Where the first expression ends: braces in its strings and maps do not end it. */
    private static int end(String value) {
        int depth = 0;
        char quote = 0;
        for (int at = BEGIN.length(); at < value.length(); at++) {
            char one = value.charAt(at);
            if (quote != 0) {
                quote = one == quote ? 0 : quote;
            } else if (one == '\'' || one == '"') {
                quote = one;
            } else if (one == '{') {
                depth++;
            } else if (one == '}' && depth-- == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("Expression without an end: " + value);
    }
}
