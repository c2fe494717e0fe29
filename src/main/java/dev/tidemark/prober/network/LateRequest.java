package dev.tidemark.prober.network;

import com.google.gson.JsonObject;

/**
 * A request that is known only after it ended, because it was made before anybody listened to its worker.
 *
 * @param documentUrl of the page
 * @param type document, script, fetch ...
 * @param wallMillis when it was made, ms since 1970; 0 when unknown
 * @param tookMillis until its answer was whole
 * @param status HTTP status, 0 when unknown
 * @param transferBytes headers and body on the wire
 */
public record LateRequest(
        String documentUrl,
        String url,
        String method,
        String type,
        double wallMillis,
        double tookMillis,
        int status,
        boolean fromServiceWorker,
        long transferBytes,
        long bodyBytes) {

    /** As DevTools would have told it. */
    JsonObject sent(String id, double seconds) {
        JsonObject request = new JsonObject();
        request.addProperty("url", url);
        request.addProperty("method", method);
        JsonObject event = event(id, seconds);
        event.addProperty("documentURL", documentUrl);
        event.addProperty("type", type);
        event.addProperty("wallTime", wallMillis / 1000);
        event.add("request", request);
        return event;
    }

    JsonObject answered(String id, double seconds) {
        JsonObject response = new JsonObject();
        response.addProperty("status", status);
        response.addProperty("fromServiceWorker", fromServiceWorker);
        JsonObject event = event(id, seconds + tookMillis / 1000);
        event.add("response", response);
        return event;
    }

    JsonObject arrived(String id, double seconds) {
        JsonObject event = event(id, seconds + tookMillis / 1000);
        event.addProperty("dataLength", bodyBytes);
        return event;
    }

    JsonObject finished(String id, double seconds) {
        JsonObject event = event(id, seconds + tookMillis / 1000);
        event.addProperty("encodedDataLength", transferBytes);
        return event;
    }

    private static JsonObject event(String id, double seconds) {
        JsonObject event = new JsonObject();
        event.addProperty("requestId", id);
        event.addProperty("timestamp", seconds);
        return event;
    }
}
