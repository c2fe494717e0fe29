package dev.tidemark.alerting.notification;

import java.util.Locale;

/** How bad the news is; the first word of a subject. */
public enum NoticeKind {
    FAILING,
    DEGRADED,
    /** A lasting change that no limit was set for. */
    WORSE,
    RECOVERED,
    /** A lasting change to the good. */
    BETTER,
    /** No news: how everything stands, at a planned time. */
    DIGEST;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
