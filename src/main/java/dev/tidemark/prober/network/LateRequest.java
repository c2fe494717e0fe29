package dev.tidemark.prober.network;

import com.google.gson.JsonObject;

/**
 * A request that becomes known only after it completed, as it was sent before a session with its worker was
 * attached.
 *
 * @param documentUrl of the page
 * @param type document, script, fetch ...
 * @param wallMillis start time in ms since 1970; 0 if unknown
 * @param durationMillis until the response was complete
 * @param status HTTP status, 0 if unknown
 * @param transferBytes headers and body on the network
 */
public record LateRequest(
        String documentUrl,
        String url,
        String method,
        String type,
        double wallMillis,
        double durationMillis,
        int status,
        boolean fromServiceWorker,
        long transferBytes,
        long bodyBytes) {

    /** The corresponding DevTools events. */
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

    JsonObject responseReceived(String id, double seconds) {
        JsonObject response = new JsonObject();
        response.addProperty("status", status);
        response.addProperty("fromServiceWorker", fromServiceWorker);
        JsonObject event = event(id, seconds + durationMillis / 1000);
        event.add("response", response);
        return event;
    }

    JsonObject dataReceived(String id, double seconds) {
        JsonObject event = event(id, seconds + durationMillis / 1000);
        event.addProperty("dataLength", bodyBytes);
        return event;
    }

    JsonObject finished(String id, double seconds) {
        JsonObject event = event(id, seconds + durationMillis / 1000);
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
