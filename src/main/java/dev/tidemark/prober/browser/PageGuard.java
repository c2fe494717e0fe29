package dev.tidemark.prober.browser;

import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.page.PageEnd;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Enforces resource limits of a page: counts popups and dialogs (closed at once) and records how a page ended. */
final class PageGuard implements PageEnd {

    static final int MAX_DIALOGS = 20;
    static final int MAX_POPUPS = 5;
    static final long MAX_BYTES = 50L << 20;
    static final int MAX_REQUESTS = 10_000;
    /** DevTools reports each message as an event; beyond this number other events arrive too late. */
    static final int MAX_MESSAGES = 30_000;

    private int dialogs;
    private int popups;
    private int messages;
    private boolean crashed;
    private boolean outOfMemory;
    private boolean closed;
    private boolean download;

    @Override
    public void crashed() {
        crashed = true;
    }

    @Override
    public void closed() {
        closed = true;
    }

    @Override
    public void downloadBegan() {
        download = true;
    }

    @Override
    public void popupOpened() {
        popups++;
    }

    void dialogOpened() {
        dialogs++;
    }

    /** Counts a WebSocket or EventSource message, sent or received. */
    void messagePassed() {
        messages++;
    }

    void ranOutOfMemory() {
        outOfMemory = true;
    }

    /** Calls to a crashed page fail with this message before its crash event arrives. */
    void endedWith(String message) {
        crashed |= message.contains("crashed");
    }

    /** The limit that was exceeded; the message begins with its name. */
    Optional<String> exceeded(long receivedBytes, int requests) {
        if (receivedBytes > MAX_BYTES) {
            return exceeded("outcome.limit.bytes", MAX_BYTES >> 20);
        }
        if (requests > MAX_REQUESTS) {
            return exceeded("outcome.limit.requests", MAX_REQUESTS);
        }
        if (messages > MAX_MESSAGES) {
            return exceeded("outcome.limit.messages", MAX_MESSAGES);
        }
        if (dialogs > MAX_DIALOGS) {
            return exceeded("outcome.limit.dialogs", MAX_DIALOGS);
        }
        return popups > MAX_POPUPS ? exceeded("outcome.limit.popups", MAX_POPUPS) : Optional.empty();
    }

    private static Optional<String> exceeded(String key, long limit) {
        return Optional.of(LocalizedMessage.of(key, limit).toString());
    }

    boolean hasCrashed() {
        return crashed;
    }

    boolean isOutOfMemory() {
        return outOfMemory;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isDownload() {
        return download;
    }

    Set<SampleWarning> warnings() {
        Set<SampleWarning> warnings = EnumSet.noneOf(SampleWarning.class);
        if (dialogs > 0) {
            warnings.add(SampleWarning.DIALOG);
        }
        if (popups > 0) {
            warnings.add(SampleWarning.POPUP);
        }
        return warnings;
    }
}
