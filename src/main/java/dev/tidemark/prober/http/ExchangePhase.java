package dev.tidemark.prober.http;

import java.util.Locale;

/** Phase of an exchange. */
enum ExchangePhase {
    CONNECT,
    TLS,
    /** The request was sent, and no response was received. */
    TTFB,
    LOAD;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
