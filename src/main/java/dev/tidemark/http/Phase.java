package dev.tidemark.http;

import java.util.Locale;

/** How far a conversation got. */
enum Phase {
    CONNECT,
    TLS,
    /** The request is sent, nothing came back. */
    TTFB,
    LOAD;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
