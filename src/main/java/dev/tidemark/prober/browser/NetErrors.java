package dev.tidemark.prober.browser;

import static dev.tidemark.model.result.OutcomeType.*;

import dev.tidemark.model.result.OutcomeType;
import java.util.Map;
import java.util.Optional;

/**
 * What Chromium's {@code net::} codes mean for a page's document
 * (<a href="https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h">list</a>).
 */
final class NetErrors {

    private static final Map<String, OutcomeType> KINDS = Map.ofEntries(
            Map.entry("ERR_NAME_NOT_RESOLVED", DNS_FAILURE),
            Map.entry("ERR_NAME_RESOLUTION_FAILED", DNS_FAILURE),
            Map.entry("ERR_ICANN_NAME_COLLISION", DNS_FAILURE),
            Map.entry("ERR_CONNECTION_REFUSED", CONNECTION_REFUSED),
            Map.entry("ERR_CONNECTION_RESET", CONNECTION_RESET),
            Map.entry("ERR_CONNECTION_CLOSED", CONNECTION_CLOSED),
            Map.entry("ERR_CONNECTION_ABORTED", CONNECTION_CLOSED),
            Map.entry("ERR_HTTP2_SERVER_REFUSED_STREAM", CONNECTION_CLOSED),
            Map.entry("ERR_EMPTY_RESPONSE", EMPTY_RESPONSE),
            Map.entry("ERR_TIMED_OUT", TIMEOUT),
            Map.entry("ERR_CONNECTION_TIMED_OUT", TIMEOUT),
            Map.entry("ERR_TOO_MANY_REDIRECTS", REDIRECT_LOOP),
            Map.entry("ERR_INVALID_RESPONSE", INVALID_RESPONSE),
            Map.entry("ERR_INVALID_HTTP_RESPONSE", INVALID_RESPONSE),
            Map.entry("ERR_INVALID_REDIRECT", INVALID_RESPONSE),
            Map.entry("ERR_INVALID_CHUNKED_ENCODING", INVALID_RESPONSE),
            Map.entry("ERR_CONTENT_DECODING_FAILED", INVALID_RESPONSE),
            Map.entry("ERR_CONTENT_DECODING_INIT_FAILED", INVALID_RESPONSE),
            Map.entry("ERR_HTTP2_PROTOCOL_ERROR", INVALID_RESPONSE),
            Map.entry("ERR_HTTP2_COMPRESSION_ERROR", INVALID_RESPONSE),
            Map.entry("ERR_HTTP2_FRAME_SIZE_ERROR", INVALID_RESPONSE),
            Map.entry("ERR_HTTP2_FLOW_CONTROL_ERROR", INVALID_RESPONSE),
            Map.entry("ERR_HTTP2_STREAM_CLOSED", INVALID_RESPONSE),
            Map.entry("ERR_HTTP2_INADEQUATE_TRANSPORT_SECURITY", TLS_ERROR),
            Map.entry("ERR_HTTP2_PING_FAILED", CONNECTION_CLOSED),
            Map.entry("ERR_HTTP_1_1_REQUIRED", INVALID_RESPONSE),
            Map.entry("ERR_SOCKET_NOT_CONNECTED", CONNECTION_CLOSED),
            Map.entry("ERR_INCOMPLETE_HTTP2_RESPONSE", INCOMPLETE_RESPONSE),
            Map.entry("ERR_CONTENT_LENGTH_MISMATCH", INCOMPLETE_RESPONSE),
            Map.entry("ERR_INCOMPLETE_CHUNKED_ENCODING", INCOMPLETE_RESPONSE),
            Map.entry("ERR_INVALID_AUTH_CREDENTIALS", AUTH_REQUIRED),
            Map.entry("ERR_UNEXPECTED_PROXY_AUTH", AUTH_REQUIRED),
            Map.entry("ERR_MISSING_AUTH_CREDENTIALS", AUTH_REQUIRED),
            Map.entry("ERR_UNSUPPORTED_AUTH_SCHEME", AUTH_REQUIRED),
            Map.entry("ERR_UNSAFE_PORT", BLOCKED_PORT),
            Map.entry("ERR_UNSAFE_REDIRECT", BLOCKED_SCHEME),
            Map.entry("ERR_UNKNOWN_URL_SCHEME", BLOCKED_SCHEME),
            Map.entry("ERR_DISALLOWED_URL_SCHEME", BLOCKED_SCHEME),
            Map.entry("ERR_FILE_NOT_FOUND", BLOCKED_SCHEME),
            Map.entry("ERR_INVALID_URL", INVALID_URL),
            Map.entry("ERR_OUT_OF_MEMORY", OUT_OF_MEMORY));

    private NetErrors() {}

    /** @param code with or without the {@code net::} in front */
    static OutcomeType kindOf(String code) {
        String name = code.startsWith("net::") ? code.substring(5) : code;
        OutcomeType listed = KINDS.get(name);
        return listed != null ? listed : byPrefix(name);
    }

    private static OutcomeType byPrefix(String name) {
        if (name.startsWith("ERR_SSL_") || name.startsWith("ERR_CERT_") || name.startsWith("ERR_BAD_SSL_")) {
            return TLS_ERROR;
        }
        if (name.startsWith("ERR_DNS_")) {
            return DNS_FAILURE;
        }
        return name.startsWith("ERR_RESPONSE_HEADERS_") ? INVALID_RESPONSE : NAVIGATION_ERROR;
    }

    /** Failed connections of the SOCKS proxy; the actual cause is in the log of the proxy session. */
    static boolean isProxyFailure(String code) {
        return code.contains("ERR_SOCKS_CONNECTION") || code.contains("ERR_PROXY_");
    }

    /** The page started another navigation before this one was committed: the result of the later one counts. */
    static boolean isSuperseded(String message) {
        return codeIn(message).isEmpty() && message.contains("interrupted by another navigation");
    }

    /** The code of a failed navigation in a message of Playwright; empty for other messages. */
    static Optional<String> navigationError(String message) {
        String code = codeIn(message);
        if (code.isEmpty() && message.contains("ownload")) {
            return Optional.of("net::ERR_ABORTED");
        }
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    /** The code in a message of Playwright, such as "net::ERR_FAILED at http://..."; empty if there is none. */
    static String codeIn(String message) {
        int at = message.indexOf("net::ERR_");
        if (at < 0) {
            return message.contains("Cannot navigate to invalid URL") ? "net::ERR_INVALID_URL" : "";
        }
        int end = at + 5;
        while (end < message.length()
                && (Character.isLetterOrDigit(message.charAt(end)) || message.charAt(end) == '_')) {
            end++;
        }
        return message.substring(at, end);
    }
}
