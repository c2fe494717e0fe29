package dev.tidemark.alert;

/** What one run says about one concern. */
enum Assessment {
    GOOD,
    WARNING,
    CRITICAL,
    /** It says nothing: too little data, or a fault of our own. */
    UNKNOWN
}
