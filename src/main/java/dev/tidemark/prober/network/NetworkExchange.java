package dev.tidemark.prober.network;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A request and its response in progress; a redirect is a separate exchange. Times are seconds of the monotonic
 * clock of DevTools. Confined to the thread that reads the events.
 */
public final class NetworkExchange {

    private static final double UNKNOWN = -1;
    private static final int NO_CONTENT = 204;
    private static final int LENGTH_OF_TARGET_ID = 32;

    private final JsonObject request;
    private final ResourceType kind;
    private final boolean thirdParty;
    private final boolean renderBlocking;
    private final boolean forMainDocument;
    private final boolean page;
    private final boolean scriptOfWorker;
    private final String initiator;
    private final double startedAt;
    private final double wallTime;

    private JsonObject response = new JsonObject();
    private long receivedBytes;
    private long bodyBytes;
    private long totalBytes = -1;
    private double respondedAt = UNKNOWN;
    private double endedAt = UNKNOWN;
    private boolean fromMemory;
    private boolean cancelled;
    private String failure = "";
    private String blockedReason = "";

    /** @param page URL of the main document, if known */
    NetworkExchange(JsonObject event, boolean forMainDocument, Optional<String> page) {
        this.request = CdpJson.object(event, "request");
        this.kind = ResourceType.of(CdpJson.text(event, "type"));
        this.thirdParty = !forMainDocument && !isSameSite(page, event);
        this.renderBlocking = CdpJson.text(event, "renderBlockingBehavior").endsWith("locking")
                && !CdpJson.text(event, "renderBlockingBehavior").startsWith("Non");
        this.forMainDocument = forMainDocument;
        this.page = event.has("frameId");
        this.scriptOfWorker = isScriptOfWorker(event);
        this.initiator = CdpJson.text(CdpJson.object(event, "initiator"), "url");
        this.startedAt = CdpJson.number(event, "timestamp", 0);
        this.wallTime = CdpJson.number(event, "wallTime", 0);
    }

    /**
     * Whether a {@code Network.requestWillBeSent} event is for the script of a worker, whose request id is that
     * of the worker.
     */
    public static boolean isScriptOfWorker(JsonObject sentEvent) {
        return CdpJson.text(sentEvent, "requestId").length() == LENGTH_OF_TARGET_ID
                && CdpJson.text(sentEvent, "type").equals("Script");
    }

    private boolean isSameSite(Optional<String> page, JsonObject event) {
        return request.has("isSameSite")
                ? CdpJson.flag(request, "isSameSite", true)
                : RequestParty.isSameSite(page, event);
    }

    void responded(JsonObject answer, double at) {
        response = answer;
        respondedAt = at;
        receivedBytes = Math.max(receivedBytes, (long) CdpJson.number(answer, "encodedDataLength", 0));
    }

    /** Returns by how much the transferred bytes increased. */
    long dataReceived(long encoded, long decoded) {
        long grown = Math.max(encoded, 0);
        receivedBytes += grown;
        bodyBytes += decoded;
        return grown > 0 ? grown : decoded;
    }

    void finished(double at, double encodedTotal) {
        endedAt = at;
        totalBytes = (long) Math.max(encodedTotal, 0);
    }

    void failed(double at, JsonObject event) {
        endedAt = at;
        failure = CdpJson.text(event, "errorText");
        cancelled = CdpJson.flag(event, "canceled", false);
        blockedReason = CdpJson.text(event, "blockedReason");
    }

    void servedFromMemory() {
        fromMemory = true;
    }

    public String url() {
        return CdpJson.text(request, "url");
    }

    public boolean isOver() {
        return endedAt >= 0;
    }

    public boolean hasResponse() {
        return respondedAt >= 0;
    }

    /** HTTP status; 0 without a response. */
    public int status() {
        return (int) CdpJson.number(response, "status", 0);
    }

    /** The media type without parameters, lower case; empty if unknown. */
    public String mediaType() {
        return CdpJson.text(response, "mimeType").toLowerCase(Locale.ROOT);
    }

    /** The {@code net::} code with which it failed. */
    public Optional<String> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
    }

    /** Blocked by the configuration of the probe, which is not a failure of the page. */
    boolean isBlockedByProbe() {
        return blockedReason.equals("inspector");
    }

    /**
     * Whether it was sent over the network: not answered by a cache or a service worker, and not blocked by a
     * policy.
     */
    boolean isOnNetwork() {
        boolean blocked = !blockedReason.isEmpty() && !hasResponse();
        return !blocked && !isFromCache() && !CdpJson.flag(response, "fromServiceWorker", false);
    }

    public boolean isFromCache() {
        return fromMemory
                || isWorkerScriptFromCache()
                || CdpJson.flag(response, "fromDiskCache", false)
                || CdpJson.flag(response, "fromPrefetchCache", false);
    }

    /** For the script of a worker, the only indication is that no headers were received. */
    private boolean isWorkerScriptFromCache() {
        return scriptOfWorker && totalBytes == 0 && bodyBytes > 0 && headerBytes() == 0;
    }

    private long headerBytes() {
        return (long) CdpJson.number(response, "encodedDataLength", 0);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Whether the response is an attachment, to be saved rather than displayed. */
    public boolean isAttachment() {
        return header("content-disposition")
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith("attachment"));
    }

    private Stream<String> header(String name) {
        return CdpJson.object(response, "headers").entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getAsString().strip());
    }

    public boolean isThirdParty() {
        return thirdParty;
    }

    public boolean isForMainDocument() {
        return forMainDocument;
    }

    /** Transferred bytes: headers and body. */
    public long transferBytes() {
        if (!isOnNetwork()) {
            return 0;
        }
        if (totalBytes < 0) {
            return receivedBytes;
        }
        return scriptOfWorker && totalBytes == headerBytes() ? totalBytes + workerBodyOnNetwork() : totalBytes;
    }

    /** The total of a worker's script is that of its headers. */
    private long workerBodyOnNetwork() {
        long decoded = header("content-encoding").findAny().isPresent() ? 0 : bodyBytes;
        return header("content-length")
                .flatMap(NetworkExchange::size)
                .findFirst()
                .orElse(decoded);
    }

    /** Decoded bytes of the body. */
    public long bodyBytes() {
        return bodyBytes > 0 ? bodyBytes : estimatedBodyBytes();
    }

    /**
     * No event reports a body that goes straight into a blob or a cache: {@code Content-Length} or the received size is used.
     * A body that a service worker passes on belongs to the request of the page.
     */
    private long estimatedBodyBytes() {
        boolean hasBody = page
                && totalBytes >= 0
                && status() / 100 != 3
                && status() != NO_CONTENT
                && !CdpJson.text(request, "method").equals("HEAD");
        if (!hasBody) {
            return 0;
        }
        long received = Math.max(0, totalBytes - headerBytes());
        boolean encoded = header("content-encoding").findAny().isPresent();
        return encoded
                ? received
                : header("content-length")
                        .flatMap(NetworkExchange::size)
                        .findFirst()
                        .orElse(received);
    }

    boolean isBodySizeUnreported() {
        return bodyBytes == 0 && estimatedBodyBytes() > 0;
    }

    /**
     * Sets the size of an unreported body as measured by the page; returns by how much it exceeds the previous
     * estimate.
     */
    long setBodySize(long size) {
        long estimate = bodyBytes();
        bodyBytes = size;
        return size - estimate;
    }

    private static Stream<Long> size(String digits) {
        return digits.matches("\\d{1,18}") ? Stream.of(Long.valueOf(digits)) : Stream.empty();
    }

    public double startedAt() {
        return startedAt;
    }

    /** Seconds since 1970 at which it was sent. */
    public double wallTime() {
        return wallTime;
    }

    public double endedAt() {
        return endedAt;
    }

    /** Duration of the TLS handshake in ms; empty if this request did not cause one. */
    OptionalDouble tlsMillis() {
        JsonObject timing = CdpJson.object(response, "timing");
        double from = CdpJson.number(timing, "sslStart", UNKNOWN);
        double to = CdpJson.number(timing, "sslEnd", UNKNOWN);
        return from < 0 || to < from ? OptionalDouble.empty() : OptionalDouble.of(to - from);
    }

    public JsonObject request() {
        return request;
    }

    public JsonObject response() {
        return response;
    }

    boolean isMixedContent() {
        String type = CdpJson.text(request, "mixedContentType");
        return !type.isEmpty() && !type.equals("none");
    }

    ResourceType kind() {
        return kind;
    }

    boolean isRenderBlocking() {
        return renderBlocking;
    }

    String initiator() {
        return initiator;
    }
}
