package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** The types of outcome. Every run ends with exactly one; the API uses the name of the constant. */
public enum OutcomeType {
    OK(FaultOrigin.NONE),
    DNS_FAILURE(FaultOrigin.TARGET),
    CONNECTION_REFUSED(FaultOrigin.TARGET),
    CONNECTION_RESET(FaultOrigin.TARGET),
    CONNECTION_CLOSED(FaultOrigin.TARGET),
    EMPTY_RESPONSE(FaultOrigin.TARGET),
    TLS_ERROR(FaultOrigin.TARGET),
    /** The detail starts with the phase: connect, tls, ttfb, load, script or collect. */
    TIMEOUT(FaultOrigin.TARGET),
    /** The detail starts with the status code. */
    HTTP_STATUS(FaultOrigin.TARGET),
    AUTH_REQUIRED(FaultOrigin.TARGET),
    REDIRECT_LOOP(FaultOrigin.TARGET),
    NAVIGATION_LOOP(FaultOrigin.TARGET),
    INVALID_RESPONSE(FaultOrigin.TARGET),
    INCOMPLETE_RESPONSE(FaultOrigin.TARGET),
    NO_CONTENT(FaultOrigin.TARGET),
    DOWNLOAD(FaultOrigin.TARGET),
    UNSUPPORTED_CONTENT(FaultOrigin.TARGET),
    PAGE_UNRESPONSIVE(FaultOrigin.TARGET),
    PAGE_CRASH(FaultOrigin.TARGET),
    OUT_OF_MEMORY(FaultOrigin.TARGET),
    PAGE_CLOSED(FaultOrigin.TARGET),
    /** The detail starts with the limit that was exceeded. */
    LIMIT_EXCEEDED(FaultOrigin.TARGET),
    /** The detail starts with the {@code net::} code. */
    NAVIGATION_ERROR(FaultOrigin.TARGET),
    /** A step of a journey or an assertion of an HTTP check failed; the detail names it. */
    STEP_FAILED(FaultOrigin.TARGET),
    INVALID_URL(FaultOrigin.POLICY),
    /** The definition has a header or cookie that cannot be sent; a new definition is rejected. */
    INVALID_REQUEST(FaultOrigin.POLICY),
    BLOCKED_SCHEME(FaultOrigin.POLICY),
    BLOCKED_PORT(FaultOrigin.POLICY),
    BLOCKED_ADDRESS(FaultOrigin.POLICY),
    BROWSER_LAUNCH(FaultOrigin.OURS),
    BROWSER_CRASH(FaultOrigin.OURS),
    INTERNAL(FaultOrigin.OURS),
    /** The node failed during the run, and no other node took the run over in time. */
    ABANDONED(FaultOrigin.OURS),
    /** No node executed the run at its planned time. */
    MISSED(FaultOrigin.OURS);

    private final FaultOrigin fault;

    OutcomeType(FaultOrigin fault) {
        this.fault = fault;
    }

    public FaultOrigin fault() {
        return fault;
    }

    /** For display: "HTTP status", "connection refused". */
    public LocalizedMessage title() {
        return LocalizedMessage.of("outcome.type." + name());
    }
}
