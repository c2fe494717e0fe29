package dev.tidemark.prober.browser;

import com.google.gson.JsonObject;
import dev.tidemark.prober.page.CdpSession;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Dispatches the events of a page's DevTools session, records the time of the last one, and stops listening to a
 * console that is flooded.
 */
final class CdpEvents {

    private final CdpSession cdp;
    private final DoubleSupplier now;
    private final ConsoleLog console = new ConsoleLog();
    private volatile long lastEventNanos = System.nanoTime();
    private boolean consoleIgnored;

    /** @param now ms since the page's navigation started */
    CdpEvents(CdpSession cdp, DoubleSupplier now) {
        this.cdp = cdp;
        this.now = now;
        on("Runtime.consoleAPICalled", event -> onConsole(() -> console.called(event, now.getAsDouble())));
        on("Runtime.exceptionThrown", event -> onConsole(() -> console.thrown(event, now.getAsDouble())));
        on("Log.entryAdded", event -> console.added(event, now.getAsDouble()));
    }

    void on(String event, Consumer<JsonObject> reader) {
        cdp.on(event, content -> {
            lastEventNanos = System.nanoTime();
            reader.accept(content);
        });
    }

    /** A page that logs continuously would block its browser and this thread. */
    private void onConsole(Runnable listener) {
        listener.run();
        if (console.isFlooded() && !consoleIgnored) {
            consoleIgnored = true;
            cdp.send("Runtime.disable");
        }
    }

    ConsoleLog console() {
        return console;
    }

    /** Time of the last event of the browser, on the clock of {@code System.nanoTime()}. */
    long lastNanos() {
        return lastEventNanos;
    }
}
