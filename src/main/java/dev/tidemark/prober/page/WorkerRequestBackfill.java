package dev.tidemark.prober.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Timing;
import dev.tidemark.platform.url.WebUrl;
import dev.tidemark.prober.network.LateRequest;
import dev.tidemark.prober.network.NetworkExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Recovers the first requests of workers. Playwright resumes a new worker as soon as it is attached itself, or has
 * inspected an unknown service worker, which may be before the measuring session is attached. Therefore, from the first worker
 * on, the request list of Playwright fills the gaps, on later loads of the same page from the start. It costs 0.2 ms
 * of CPU time per request, which pages without workers do not pay.
 */
final class WorkerRequestBackfill {

    private static final PageHintCache WITH_WORKERS = new PageHintCache();
    private static final int MAX_REQUESTS = 1_000;
    private static final int MAX_UNREPORTED = 100;

    private final Page page;
    private final WebUrl target;
    private final List<Request> finished = new ArrayList<>();
    private final Set<Request> excluded = new HashSet<>();
    private final Consumer<Request> recorder = this::record;
    private boolean listening;

    WorkerRequestBackfill(Page page, WebUrl target) {
        this.page = page;
        this.target = target;
        if (WITH_WORKERS.has(target)) {
            listen();
        }
    }

    /** On the next load of this page its requests are recorded from the start. */
    static void expectWorkersAt(WebUrl target) {
        WITH_WORKERS.add(target);
    }

    void sent(JsonObject event) {
        if (NetworkExchange.isScriptOfWorker(event)) {
            listen();
        }
    }

    void listen() {
        if (!listening) {
            listening = true;
            expectWorkersAt(target);
            page.context().onRequestFinished(recorder);
        }
    }

    /** Requests of another page of the context, such as a popup, do not belong to this one. */
    void exclude(Page another) {
        another.onRequestFinished(excluded::add);
    }

    /** The driver sends request events only while a listener is registered. */
    private void record(Request request) {
        finished.add(request);
        if (finished.size() >= MAX_REQUESTS) {
            page.context().offRequestFinished(recorder);
        }
    }

    /** Requests whose URL was reported less often than requested. */
    List<LateRequest> unreported(List<String> reported, String documentUrl) {
        Map<String, Integer> remaining = new HashMap<>();
        reported.forEach(url -> remaining.merge(url, 1, Integer::sum));
        List<LateRequest> unreported = new ArrayList<>();
        finished.removeAll(excluded);
        for (Request request : finished) {
            boolean known = remaining.merge(request.url(), -1, Integer::sum) >= 0;
            if (!known && request.url().startsWith("http") && unreported.size() < MAX_UNREPORTED) {
                unreported.add(late(request, documentUrl));
            }
        }
        return unreported;
    }

    /** Uses cached information only: a query to the browser never completes for service workers. */
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
