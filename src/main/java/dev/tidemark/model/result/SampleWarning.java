package dev.tidemark.model.result;

/** Notes on a sample that do not change its outcome. */
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
