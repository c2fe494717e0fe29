package dev.tidemark.alerting.incident;

/** The result of one run for one type of incident. */
enum ConditionLevel {
    GOOD,
    WARNING,
    CRITICAL,
    /** No conclusion: too little data, or a monitor failure. */
    UNKNOWN
}
