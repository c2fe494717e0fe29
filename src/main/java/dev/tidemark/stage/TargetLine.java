package dev.tidemark.stage;

import com.google.gson.JsonObject;

/** The way to a target that is spoken to through its parent's session. Its answers are not waited for. */
final class TargetLine {

    /** Sends a DevTools command. */
    interface Sender {
        JsonObject send(String method, JsonObject parameters);
    }

    private final Sender parent;
    private final String session;
    private final boolean frame;
    private int lastId;

    TargetLine(Sender parent, String session, boolean frame) {
        this.parent = parent;
        this.session = session;
        this.frame = frame;
    }

    boolean isFrame() {
        return frame;
    }

    /** Always answers with nothing. */
    JsonObject send(String method, JsonObject parameters) {
        JsonObject command = new JsonObject();
        command.addProperty("id", ++lastId);
        command.addProperty("method", method);
        command.add("params", parameters);
        JsonObject envelope = new JsonObject();
        envelope.addProperty("sessionId", session);
        envelope.addProperty("message", command.toString());
        parent.send("Target.sendMessageToTarget", envelope);
        return new JsonObject();
    }
}
