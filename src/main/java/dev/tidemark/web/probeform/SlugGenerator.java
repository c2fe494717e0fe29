package dev.tidemark.web.probeform;

import java.text.Normalizer;
import java.util.Locale;

/** Derives an id from a name: "Café, home page" becomes cafe-home-page; empty if no character is usable. */
final class SlugGenerator {

    private static final int LONGEST = 64;

    private SlugGenerator() {}

    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST));
        return cut.replaceAll("^-|-$", "");
    }
}
