package dev.tidemark.prober.vitals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Requests in flight over time, and whether the network is idle. Streams, which never complete by design, are ignored. */
final class NetworkActivity {

    private static final Set<String> HIGH = Set.of("High", "VeryHigh");
    private static final Set<String> STREAMING = Set.of("EventSource", "WebSocket", "Ping");
    private static final int FAILED_FROM = 400;
    private static final int LENGTH_OF_WORKER_ID = 32;
    private static final int MAX_COUNTED = 20_000;

    private final Map<String, Request> inFlight = new HashMap<>();
    private final List<TimeSpan> counted = new ArrayList<>();
    /** Last activity of fetches that received a response and have not completed. */
    private final Map<String, Double> lastActivity = new HashMap<>();

    private int load;
    private int urgent;
    private double quietSince;
    private double lastEnd;

    /** A redirect starts a request with the same id, which ends the previous one. */
    void started(String id, Request request) {
        if (!request.isNetworkRequest() || isScriptOfWorker(id, request)) {
            return;
        }
        if (inFlight.containsKey(id)) {
            ended(id, 0, false, request.at);
        }
        inFlight.put(id, request);
        count(request, 1);
    }

    /** Maintained incrementally, as it is read with each of thousands of requests. */
    private void count(Request request, int change) {
        if (!request.isStreaming()) {
            load += change;
            urgent += request.isUrgent() ? change : 0;
        }
    }

    /** It is requested under the id of the worker, and the session of the page does not report its end. */
    private static boolean isScriptOfWorker(String id, Request request) {
        return request.type.equals("Script") && id.length() == LENGTH_OF_WORKER_ID;
    }

    void priorityChanged(String id, String priority, double atMillis) {
        boolean before = isQuiet();
        inFlight.computeIfPresent(id, (same, request) -> changed(request, priority));
        updateQuietSince(before, atMillis);
    }

    private Request changed(Request request, String priority) {
        Request changed = request.with(priority);
        count(request, -1);
        count(changed, 1);
        return changed;
    }

    /** The response headers or a part of the body were received. */
    void responded(String id, double atMillis) {
        Request request = inFlight.get(id);
        if (request != null && request.type.equals("Fetch")) {
            lastActivity.put(id, atMillis);
        }
    }

    void ended(String id, int status, boolean failed, double atMillis) {
        boolean before = isQuiet();
        Request request = inFlight.remove(id);
        lastActivity.remove(id);
        if (request == null) {
            return;
        }
        lastEnd = Math.max(lastEnd, atMillis);
        count(request, -1);
        boolean counts = request.method.equals("GET") && !failed && status < FAILED_FROM;
        if (counts && counted.size() < MAX_COUNTED) {
            counted.add(new TimeSpan(request.at, atMillis));
        }
        updateQuietSince(before, atMillis);
    }

    /** Successful GET requests: only these determine network idle for TTI, as in Lighthouse. */
    List<TimeSpan> counted() {
        return List.copyOf(counted);
    }

    /** Since when at most two requests have been in flight, none of high priority; empty otherwise. */
    OptionalDouble quietSince() {
        return isQuiet() ? OptionalDouble.of(quietSince) : OptionalDouble.empty();
    }

    /**
     * The same, but without fetches that received a response and have been inactive for some time: for the
     * browser, a body that no script reads never completes, although it has been received.
     */
    OptionalDouble quietSince(double nowMillis, double bodyTimeoutMillis) {
        if (isQuiet() || lastActivity.isEmpty()) {
            return quietSince();
        }
        int loadLeft = load;
        int urgentLeft = urgent;
        double since = Math.max(quietSince, lastEnd);
        for (Map.Entry<String, Double> lastActive : lastActivity.entrySet()) {
            double inactive = lastActive.getValue() + bodyTimeoutMillis;
            if (inactive <= nowMillis) {
                loadLeft--;
                urgentLeft -= inFlight.get(lastActive.getKey()).isUrgent() ? 1 : 0;
                since = Math.max(since, inactive);
            }
        }
        boolean quiet = loadLeft <= QuietPeriods.REQUESTS_IN_FLIGHT && urgentLeft == 0;
        return quiet ? OptionalDouble.of(since) : OptionalDouble.empty();
    }

    /** Whether a request that was sent before then has not ended. */
    boolean isPendingSince(double atMillis) {
        return inFlight.values().stream().anyMatch(request -> !request.isStreaming() && request.at < atMillis);
    }

    private boolean isQuiet() {
        return load <= QuietPeriods.REQUESTS_IN_FLIGHT && urgent == 0;
    }

    private void updateQuietSince(boolean wasQuiet, double atMillis) {
        if (!wasQuiet && isQuiet()) {
            quietSince = atMillis;
        }
    }

    record Request(String method, String url, String type, String priority, double at) {

        boolean isNetworkRequest() {
            return url.startsWith("http:") || url.startsWith("https:");
        }

        boolean isUrgent() {
            return HIGH.contains(priority);
        }

        boolean isStreaming() {
            return STREAMING.contains(type);
        }

        Request with(String otherPriority) {
            return new Request(method, url, type, otherPriority, at);
        }
    }
}
