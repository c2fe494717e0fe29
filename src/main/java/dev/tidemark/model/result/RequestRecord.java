package dev.tidemark.model.result;

import java.util.Optional;

/**
 * A request of a page load. Times are in ms from navigation start, durations in ms, sizes in bytes.
 *
 * @param type document, script, stylesheet, image, font, media, other
 * @param status HTTP status; 0 without a response
 * @param failure the {@code net::} code of a failed request
 * @param dnsMillis and the other phases: −1 if the phase did not take place
 */
public record RequestRecord(
        String url,
        String method,
        String type,
        int status,
        String protocol,
        boolean thirdParty,
        boolean renderBlocking,
        String priority,
        double startMillis,
        double blockedMillis,
        double dnsMillis,
        double connectMillis,
        double tlsMillis,
        double sendMillis,
        double waitMillis,
        double receiveMillis,
        double endMillis,
        long transferBytes,
        long bodyBytes,
        boolean fromCache,
        Optional<String> initiator,
        Optional<String> failure) {}
