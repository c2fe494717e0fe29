package dev.tidemark.alerting.incident;

/** What one run says about one concern. */
enum ConditionLevel {
    GOOD,
    WARNING,
    CRITICAL,
    /** It says nothing: too little data, or a fault of our own. */
    UNKNOWN
}
