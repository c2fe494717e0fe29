package dev.tidemark.model.result;

import java.util.Optional;

/**
 * One request as the waterfall and the comparison need it. Times are ms from navigation start, sizes bytes.
 *
 * @param type document, script, stylesheet, image, font, media, other
 * @param status HTTP status, 0 when no response came
 * @param failure the {@code net::} code when it failed
 * @param dnsMillis and its like: −1 where the phase did not take place
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
