package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** Notes on a sample that do not change its outcome. */
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
