package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** What should be known about a sample that otherwise ended well. */
public enum SampleWarning {
    METRICS_MISSING,
    METRICS_UNTRUSTED,
    DIALOG,
    POPUP,
    BLOCKED_ADDRESS,
    MIXED_CONTENT,
    TRUNCATED,
    NOISY;

    /** As people read it. */
    public LocalizedMessage title() {
        return LocalizedMessage.of("run.warning." + name());
    }
}
