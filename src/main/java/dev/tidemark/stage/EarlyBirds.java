package dev.tidemark.stage;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Timing;
import dev.tidemark.traffic.LateRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What workers ask for in their first moments. Playwright wakes a new worker as soon as it listens itself, which may be
 * before we do; so from the first sign of a worker on, Playwright's own list of requests stands in for what we missed,
 * and on later loads of the same page from the start. It costs 0.2 ms of processor time per request, which pages without
 * workers do not pay.
 */
final class EarlyBirds {

    private static final Set<URI> PAGES_WITH_WORKERS = ConcurrentHashMap.newKeySet();
    private static final int MOST_PAGES = 1_000;
    private static final int MOST = 1_000;
    private static final int MOST_UNHEARD = 100;
    private static final int LENGTH_OF_TARGET_ID = 32;

    private final BrowserContext context;
    private final URI target;
    private final List<Request> finished = new ArrayList<>();
    private final Consumer<Request> keep = this::keep;
    private boolean listening;

    EarlyBirds(BrowserContext context, URI target) {
        this.context = context;
        this.target = target;
        if (PAGES_WITH_WORKERS.contains(target)) {
            listen();
        }
    }

    void sent(JsonObject event) {
        if (isWorker(event)) {
            listen();
        }
    }

    /** A worker's own script is asked for under the worker's id. */
    private static boolean isWorker(JsonObject event) {
        return event.get("requestId").getAsString().length() == LENGTH_OF_TARGET_ID
                && event.has("type")
                && event.get("type").getAsString().equals("Script");
    }

    void listen() {
        if (!listening) {
            listening = true;
            if (PAGES_WITH_WORKERS.size() < MOST_PAGES) {
                PAGES_WITH_WORKERS.add(target);
            }
            context.onRequestFinished(keep);
        }
    }

    /** The driver tells each request only while somebody listens. */
    private void keep(Request request) {
        finished.add(request);
        if (finished.size() >= MOST) {
            context.offRequestFinished(keep);
        }
    }

    /** Those whose address was heard of less often than they took place. */
    List<LateRequest> unheard(List<String> heard, String documentUrl) {
        Map<String, Integer> left = new HashMap<>();
        heard.forEach(url -> left.merge(url, 1, Integer::sum));
        List<LateRequest> unheard = new ArrayList<>();
        for (Request request : finished) {
            boolean known = left.merge(request.url(), -1, Integer::sum) >= 0;
            if (!known && request.url().startsWith("http") && unheard.size() < MOST_UNHEARD) {
                unheard.add(late(request, documentUrl));
            }
        }
        return unheard;
    }

    /** Of what is known without asking the browser again, which for service workers never answers. */
    private static LateRequest late(Request request, String documentUrl) {
        Response response = request.existingResponse();
        Optional<Timing> timing = Optional.ofNullable(request.timing());
        Map<String, String> headers = response == null ? Map.of() : response.headers();
        long head = headers.entrySet().stream()
                .mapToLong(one -> one.getKey().length() + one.getValue().length() + ": \r\n".length())
                .sum();
        long body = headers.getOrDefault("content-length", "").matches("\\d{1,12}")
                ? Long.parseLong(headers.get("content-length"))
                : 0;
        return new LateRequest(
                documentUrl,
                request.url(),
                request.method(),
                request.resourceType(),
                timing.map(one -> one.startTime).orElse(0.0),
                timing.map(one -> Math.max(0, one.responseEnd)).orElse(0.0),
                response == null ? 0 : response.status(),
                response != null && response.fromServiceWorker(),
                head + body,
                body);
    }
}
