package dev.tidemark.model.result;

/** What should be known about a sample that otherwise ended well. */
public enum SampleWarning {
    METRICS_MISSING,
    METRICS_UNTRUSTED,
    DIALOG,
    POPUP,
    BLOCKED_ADDRESS,
    MIXED_CONTENT,
    TRUNCATED,
    NOISY
}
