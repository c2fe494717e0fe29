package dev.tidemark.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of outcome; every run ends in exactly one. The name is what the API writes. */
public enum OutcomeKind {
    OK(Fault.NONE),
    DNS_FAILURE(Fault.TARGET),
    CONNECTION_REFUSED(Fault.TARGET),
    CONNECTION_RESET(Fault.TARGET),
    CONNECTION_CLOSED(Fault.TARGET),
    EMPTY_RESPONSE(Fault.TARGET),
    TLS_ERROR(Fault.TARGET),
    /** The detail begins with the phase: connect, tls, ttfb, load, script or collect. */
    TIMEOUT(Fault.TARGET),
    /** The detail begins with the code. */
    HTTP_STATUS(Fault.TARGET),
    AUTH_REQUIRED(Fault.TARGET),
    REDIRECT_LOOP(Fault.TARGET),
    NAVIGATION_LOOP(Fault.TARGET),
    INVALID_RESPONSE(Fault.TARGET),
    INCOMPLETE_RESPONSE(Fault.TARGET),
    NO_CONTENT(Fault.TARGET),
    DOWNLOAD(Fault.TARGET),
    UNSUPPORTED_CONTENT(Fault.TARGET),
    PAGE_UNRESPONSIVE(Fault.TARGET),
    PAGE_CRASH(Fault.TARGET),
    OUT_OF_MEMORY(Fault.TARGET),
    PAGE_CLOSED(Fault.TARGET),
    /** The detail begins with the limit that was exceeded. */
    LIMIT_EXCEEDED(Fault.TARGET),
    /** The detail begins with the {@code net::} code. */
    NAVIGATION_ERROR(Fault.TARGET),
    /** A step of a journey or an assertion of an HTTP check did not hold; the detail says which. */
    STEP_FAILED(Fault.TARGET),
    INVALID_URL(Fault.POLICY),
    BLOCKED_SCHEME(Fault.POLICY),
    BLOCKED_PORT(Fault.POLICY),
    BLOCKED_ADDRESS(Fault.POLICY),
    BROWSER_LAUNCH(Fault.OURS),
    BROWSER_CRASH(Fault.OURS),
    INTERNAL(Fault.OURS),
    /** The node that ran it died, and nobody could take the run over in time. */
    ABANDONED(Fault.OURS),
    /** Nobody was there at the planned instant. */
    MISSED(Fault.OURS);

    private static final Set<String> ABBREVIATIONS = Set.of("DNS", "TLS", "HTTP", "OK", "URL");

    private final Fault fault;

    OutcomeKind(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** As people read it: "HTTP status", "connection refused". */
    public String title() {
        return Arrays.stream(name().split("_"))
                .map(word -> ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
