package dev.tidemark.prober.page;

import com.google.gson.JsonObject;

/** Sends commands to a target through its parent's session, without waiting for responses. */
final class ChildTargetSession {

    /** Sends a DevTools command. */
    interface Sender {
        JsonObject send(String method, JsonObject parameters);
    }

    private final Sender parent;
    private final String session;
    private final String type;
    private final int depth;
    private int lastId;

    /**
     * @param type as DevTools names it: iframe, worker, service_worker ...
     * @param depth 1 below the page, 2 for a worker of a worker
     */
    ChildTargetSession(Sender parent, String session, String type, int depth) {
        this.parent = parent;
        this.session = session;
        this.type = type;
        this.depth = depth;
    }

    boolean isFrame() {
        return type.equals("iframe");
    }

    /** Whether the target does not belong to a page and therefore needs its own emulation. */
    boolean isIndependent() {
        return type.equals("service_worker") || type.equals("shared_worker");
    }

    int depth() {
        return depth;
    }

    /** Always returns an empty object. */
    JsonObject send(String method, JsonObject parameters) {
        parent.send("Target.sendMessageToTarget", message(session, ++lastId, method, parameters));
        return new JsonObject();
    }

    /** A command for a session, in the form of {@code Target.sendMessageToTarget}. */
    static JsonObject message(String session, int id, String method, JsonObject parameters) {
        JsonObject command = CdpParameters.of("id", id, "method", method, "params", parameters);
        return CdpParameters.of("sessionId", session, "message", command.toString());
    }
}
