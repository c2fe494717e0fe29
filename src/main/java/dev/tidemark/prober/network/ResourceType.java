package dev.tidemark.prober.network;

import java.util.Locale;

/** Resource types by which requests and bytes are counted. Other types of DevTools count as other. */
enum ResourceType {
    DOCUMENT,
    SCRIPT,
    STYLESHEET,
    IMAGE,
    FONT,
    MEDIA,
    OTHER;

    /** @param resourceType DevTools' <a href="https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-ResourceType">ResourceType</a> */
    static ResourceType of(String resourceType) {
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
