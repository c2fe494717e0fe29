package dev.tidemark.model.result;

/** Every string from a page is hostile: it is cut, and loses U+0000 and lone surrogates, before anybody stores it. */
public final class UntrustedText {

    private static final int REPLACEMENT = 0xFFFD;

    private UntrustedText() {}

    /** At most {@code longest} UTF-16 units that any UTF-8 store takes. */
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
