package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.result.RequestRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Processes the DevTools network events of one page load. All requests are counted; the first 2,000 are recorded.
 * Confined to one thread.
 */
public final class NetworkLog {

    public static final int MAX_RECORDED = 2_000;

    private final Map<String, NetworkExchange> pending = new LinkedHashMap<>();
    private final List<NetworkExchange> recorded = new ArrayList<>();
    private final TransferTotals traffic = new TransferTotals();
    private final Map<String, Navigation> navigations = new LinkedHashMap<>();
    private String mainFrame = "";
    private Navigation current = Navigation.NONE;
    private boolean mixed;
    private boolean truncated;
    private long received;
    private int requests;
    private String lastEnded = "";
    private int lastStatus;

    /** The main frame; its document requests are the main document. */
    public void setMainFrame(String frame) {
        mainFrame = frame;
    }

    /** The events to subscribe to, each with its listener. */
    public Map<String, Consumer<JsonObject>> listeners() {
        return Map.of(
                "Network.requestWillBeSent", this::sent,
                "Network.requestServedFromCache", this::servedFromCache,
                "Network.responseReceived", this::responded,
                "Network.dataReceived", this::dataReceived,
                "Network.loadingFinished", this::finished,
                "Network.loadingFailed", this::failed);
    }

    /**
     * The main frame has committed the document of this loader; attempts that never commit do not change it.
     * Empty for a document without a request, such as {@code about:blank}.
     */
    public Optional<NetworkExchange> committed(String loader) {
        current = navigations.getOrDefault(loader, Navigation.NONE);
        return current.last();
    }

    /** The page's document: the last exchange of the navigation, after its redirects. */
    public Optional<NetworkExchange> document() {
        return current().last();
    }

    /** The first exchange of the page, before redirects. */
    public Optional<NetworkExchange> first() {
        return current().first();
    }

    private Navigation current() {
        return current.first().isPresent()
                ? current
                : navigations.values().stream()
                        .reduce((earlier, later) -> later)
                        .orElse(Navigation.NONE);
    }

    public List<NetworkExchange> recorded() {
        return List.copyOf(recorded);
    }

    /** Whether there were more requests than are recorded. */
    public boolean isTruncated() {
        return truncated;
    }

    /** Whether an https page requested an http resource. */
    public boolean hasMixedContent() {
        return mixed;
    }

    /** HTTP status of a request in progress or just completed; 0 without a response. */
    public int statusOf(String id) {
        NetworkExchange exchange = pending.get(id);
        if (exchange != null) {
            return exchange.status();
        }
        return id.equals(lastEnded) ? lastStatus : 0;
    }

    /** Number of requests sent so far, recorded or not. */
    public int requests() {
        return requests;
    }

    /**
     * Duration of the TLS handshake of the page's own connection in ms; empty for http and for a reused
     * connection.
     */
    public OptionalDouble tlsMillis() {
        return Stream.of(first(), document())
                .flatMap(Optional::stream)
                .map(NetworkExchange::tlsMillis)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /** Bytes of bodies received so far, in all requests. */
    public long receivedBytes() {
        return received;
    }

    /**
     * Requests, bytes by type and party, redirects, failures. Requests in progress count with the bytes received
     * so far.
     */
    public List<Measurement> measurements() {
        return traffic.plus(pending.values()).measurements();
    }

    /** @param origin when navigation started, in seconds on DevTools' clock */
    public List<RequestRecord> facts(double origin) {
        RequestTimings waterfall = new RequestTimings(origin);
        return recorded.stream().map(waterfall::fact).toList();
    }

    /** @param seconds when it was sent, on DevTools' clock */
    public void add(LateRequest late, double seconds) {
        String id = "late " + recorded.size();
        sent(late.sent(id, seconds));
        responded(late.responseReceived(id, seconds));
        dataReceived(late.dataReceived(id, seconds));
        finished(late.finished(id, seconds));
    }

    /** URLs of bodies whose size was not reported by an event and is therefore an estimate. */
    public List<String> unreportedBodies() {
        return recorded.stream()
                .filter(NetworkExchange::isBodySizeUnreported)
                .map(NetworkExchange::url)
                .distinct()
                .toList();
    }

    /** @param sizes decoded sizes of some of those bodies, by URL */
    public void setBodySizes(Map<String, Long> sizes) {
        recorded.stream()
                .filter(one -> one.isBodySizeUnreported() && sizes.containsKey(one.url()))
                .forEach(one -> traffic.correctBodySize(one.setBodySize(sizes.get(one.url()))));
    }

    private void sent(JsonObject event) {
        String id = CdpJson.text(event, "requestId");
        NetworkExchange redirected = pending.remove(id);
        if (redirected != null && event.has("redirectResponse")) {
            JsonObject answer = CdpJson.object(event, "redirectResponse");
            double at = CdpJson.number(event, "timestamp", 0);
            redirected.responded(answer, at);
            redirected.finished(at, CdpJson.number(answer, "encodedDataLength", 0));
            traffic.count(redirected);
            traffic.redirected(redirected);
        }
        start(
                id,
                new NetworkExchange(
                        event, isForMainDocument(event), current.last().map(NetworkExchange::url)));
    }

    private boolean isForMainDocument(JsonObject event) {
        return CdpJson.text(event, "type").equals("Document")
                && CdpJson.text(event, "frameId").equals(mainFrame)
                && CdpJson.text(event, "requestId").equals(CdpJson.text(event, "loaderId"));
    }

    private void start(String id, NetworkExchange exchange) {
        if (!exchange.url().startsWith("http")) {
            return;
        }
        if (exchange.isForMainDocument()) {
            navigations.merge(id, new Navigation(exchange), (known, next) -> known.redirectedTo(exchange));
        }
        mixed |= exchange.isMixedContent();
        requests++;
        pending.put(id, exchange);
        if (recorded.size() < MAX_RECORDED) {
            recorded.add(exchange);
        } else {
            truncated = true;
        }
    }

    private void servedFromCache(JsonObject event) {
        find(event).ifPresent(NetworkExchange::servedFromMemory);
    }

    private void responded(JsonObject event) {
        find(event)
                .ifPresent(exchange ->
                        exchange.responded(CdpJson.object(event, "response"), CdpJson.number(event, "timestamp", 0)));
    }

    private void dataReceived(JsonObject event) {
        find(event)
                .ifPresent(exchange ->
                        received += exchange.dataReceived((long) CdpJson.number(event, "encodedDataLength", 0), (long)
                                CdpJson.number(event, "dataLength", 0)));
    }

    private void finished(JsonObject event) {
        over(
                event,
                exchange -> exchange.finished(
                        CdpJson.number(event, "timestamp", 0), CdpJson.number(event, "encodedDataLength", 0)));
    }

    private void failed(JsonObject event) {
        over(event, exchange -> exchange.failed(CdpJson.number(event, "timestamp", 0), event));
    }

    private void over(JsonObject event, Consumer<NetworkExchange> end) {
        NetworkExchange exchange = pending.remove(CdpJson.text(event, "requestId"));
        if (exchange != null) {
            end.accept(exchange);
            traffic.count(exchange);
            lastEnded = CdpJson.text(event, "requestId");
            lastStatus = exchange.status();
        }
    }

    private Optional<NetworkExchange> find(JsonObject event) {
        return Optional.ofNullable(pending.get(CdpJson.text(event, "requestId")));
    }

    /** One load of a main document: its first exchange, and the last after redirects. */
    private record Navigation(Optional<NetworkExchange> first, Optional<NetworkExchange> last) {

        static final Navigation NONE = new Navigation(Optional.empty(), Optional.empty());

        Navigation(NetworkExchange only) {
            this(Optional.of(only), Optional.of(only));
        }

        Navigation redirectedTo(NetworkExchange next) {
            return new Navigation(first, Optional.of(next));
        }
    }
}
