package dev.tidemark.prober.browser;

import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.prober.page.PageEnd;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Keeps a page within bounds: counts popups and dialogs (which are closed at once), notes what ends a page. */
final class PageGuard implements PageEnd {

    static final int MOST_DIALOGS = 20;
    static final int MOST_POPUPS = 5;
    static final long MOST_BYTES = 50L << 20;
    static final int MOST_REQUESTS = 10_000;
    /** DevTools tells each one: beyond this, nothing else of the page is heard in time. */
    static final int MOST_MESSAGES = 30_000;

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

    /** One of a WebSocket or an event stream, sent or received. */
    void messagePassed() {
        messages++;
    }

    void ranOutOfMemory() {
        outOfMemory = true;
    }

    /** Its calls fail with this message before its own event comes. */
    void endedWith(String message) {
        crashed |= message.contains("crashed");
    }

    /** Which limit was exceeded, as a sentence that begins with its name. */
    Optional<String> exceeded(long receivedBytes, int requests) {
        if (receivedBytes > MOST_BYTES) {
            return Optional.of("bytes: more than " + (MOST_BYTES >> 20) + " MB were received");
        }
        if (requests > MOST_REQUESTS) {
            return Optional.of("requests: more than 10,000 were sent");
        }
        if (messages > MOST_MESSAGES) {
            return Optional.of("messages: more than 30,000 were sent or received by WebSockets and event streams");
        }
        if (dialogs > MOST_DIALOGS) {
            return Optional.of("dialogs: more than " + MOST_DIALOGS + " were opened");
        }
        return popups > MOST_POPUPS
                ? Optional.of("popups: more than " + MOST_POPUPS + " were opened")
                : Optional.empty();
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
