package dev.tidemark.alerting.notification;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;

/** The kind of a notice, most severe first. Its title is the first word of a subject. */
public enum NoticeKind {
    FAILING,
    DEGRADED,
    /** A confirmed regression, found by change detection. */
    WORSE,
    RECOVERED,
    /** A confirmed improvement, found by change detection. */
    BETTER,
    /** A scheduled summary. */
    DIGEST,
    /** A test of a channel, about nothing: no page belongs to it. */
    TEST;

    /** As the API and webhooks write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: {@code failing}, {@code regression}. */
    public LocalizedMessage title() {
        return LocalizedMessage.of("notification.kind." + label());
    }

    /** The text of the link to the page about a notice, see {@link PageUrls#forNotice}. */
    public LocalizedMessage linkText() {
        return switch (this) {
            case FAILING, DEGRADED, RECOVERED -> LocalizedMessage.of("notification.link.incident");
            case WORSE, BETTER -> LocalizedMessage.of("notification.link.changes");
            case DIGEST -> LocalizedMessage.of("notification.link.digest");
            case TEST -> LocalizedMessage.EMPTY;
        };
    }
}
