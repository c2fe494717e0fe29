package dev.tidemark.model.result;

/** Sanitizes text from pages, which is untrusted: shortens it, and replaces U+0000 and lone surrogates. */
public final class UntrustedText {

    private static final int REPLACEMENT = 0xFFFD;

    private UntrustedText() {}

    /** The text with at most {@code longest} UTF-16 units, storable in UTF-8. */
    public static String clean(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return cut.codePoints()
                .map(UntrustedText::storable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int storable(int codePoint) {
        boolean loneSurrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint == 0 || loneSurrogate ? REPLACEMENT : codePoint;
    }
}
