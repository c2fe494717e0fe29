package dev.tidemark.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.observation.Warning;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Keeps a page within bounds: closes popups, counts dialogs (which Playwright dismisses), notes what ends a page. */
final class PageGuard {

    static final int MOST_DIALOGS = 20;
    static final int MOST_POPUPS = 5;
    static final long MOST_BYTES = 50L << 20;
    static final int MOST_REQUESTS = 10_000;
    /** DevTools tells each one: beyond this, nothing else of the page is heard in time. */
    static final int MOST_MESSAGES = 30_000;

    private final Page page;
    private int dialogs;
    private int popups;
    private int messages;
    private boolean crashed;
    private boolean outOfMemory;
    private boolean closed;
    private boolean retired;
    private boolean download;

    PageGuard(BrowserContext context, Page page) {
        this.page = page;
        page.onCrash(gone -> crashed = true);
        page.onClose(gone -> closed = true);
        page.onDownload(started -> download = true);
        context.onPage(this::opened);
    }

    private void opened(Page another) {
        if (another == page || retired) {
            return;
        }
        popups++;
        try {
            another.close();
        } catch (PlaywrightException closedItself) {
            // Nothing to do: it is gone, which is what was wanted.
        }
    }

    /** Lets another page of the same context be. */
    void retire() {
        retired = true;
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

    boolean crashed() {
        return crashed;
    }

    boolean outOfMemory() {
        return outOfMemory;
    }

    boolean closed() {
        return closed;
    }

    boolean download() {
        return download;
    }

    Set<Warning> warnings() {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (dialogs > 0) {
            warnings.add(Warning.DIALOG);
        }
        if (popups > 0) {
            warnings.add(Warning.POPUP);
        }
        return warnings;
    }
}
