package dev.tidemark.traffic;

import java.util.Locale;

/** The kinds by which requests and bytes are counted. DevTools knows more; what is not listed here is other. */
enum RequestKind {
    DOCUMENT,
    SCRIPT,
    STYLESHEET,
    IMAGE,
    FONT,
    MEDIA,
    OTHER;

    /** @param resourceType DevTools' <a href="https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-ResourceType">ResourceType</a> */
    static RequestKind of(String resourceType) {
        try {
            return valueOf(resourceType.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException notListed) {
            return OTHER;
        }
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
