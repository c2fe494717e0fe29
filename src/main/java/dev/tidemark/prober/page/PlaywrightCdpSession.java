package dev.tidemark.prober.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.function.Consumer;

/** An additional session with a page of Playwright. */
final class PlaywrightCdpSession extends CdpSession {

    private final CDPSession session;

    PlaywrightCdpSession(CDPSession session) {
        this.session = session;
    }

    @Override
    public JsonObject send(String method, JsonObject parameters) {
        return session.send(method, parameters);
    }

    @Override
    public void on(String event, Consumer<JsonObject> reader) {
        super.on(event, reader);
        session.on(event, reader);
    }
}
