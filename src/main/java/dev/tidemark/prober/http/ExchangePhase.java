package dev.tidemark.prober.http;

import java.util.Locale;

/** How far a conversation got. */
enum ExchangePhase {
    CONNECT,
    TLS,
    /** The request is sent, nothing came back. */
    TTFB,
    LOAD;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
