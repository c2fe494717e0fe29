package dev.tidemark.traffic;

import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts requests and bytes by kind and party, of what went over the wire. */
final class Traffic {

    /** What a page is made of before anything is shown or works. */
    private static final List<RequestKind> INITIAL =
            List.of(RequestKind.DOCUMENT, RequestKind.SCRIPT, RequestKind.STYLESHEET);

    private final Map<RequestKind, Integer> requests = new EnumMap<>(RequestKind.class);
    private final Map<RequestKind, Long> bytes = new EnumMap<>(RequestKind.class);
    private int thirdPartyRequests;
    private long thirdPartyBytes;
    private long bodyBytes;
    private int redirects;
    private int failed;
    private int httpErrors;

    void count(Exchange one) {
        bodyBytes += one.bodyBytes();
        boolean failure = one.failure().isPresent() && !one.isCancelled() && !one.isBlockedByProbe();
        failed += failure ? 1 : 0;
        httpErrors += one.status() >= 400 ? 1 : 0;
        if (!one.isOnTheWire()) {
            return;
        }
        requests.merge(one.kind(), 1, Integer::sum);
        bytes.merge(one.kind(), one.transferBytes(), Long::sum);
        thirdPartyRequests += one.isThirdParty() ? 1 : 0;
        thirdPartyBytes += one.isThirdParty() ? one.transferBytes() : 0;
    }

    /** A body was found to be so much larger than it was counted, or smaller. */
    void corrected(long more) {
        bodyBytes += more;
    }

    void redirected(Exchange one) {
        redirects += one.isForMainDocument() ? 1 : 0;
    }

    Traffic plus(Collection<Exchange> unfinished) {
        Traffic both = new Traffic();
        both.requests.putAll(requests);
        both.bytes.putAll(bytes);
        both.thirdPartyRequests = thirdPartyRequests;
        both.thirdPartyBytes = thirdPartyBytes;
        both.bodyBytes = bodyBytes;
        both.redirects = redirects;
        both.failed = failed;
        both.httpErrors = httpErrors;
        unfinished.forEach(both::count);
        return both;
    }

    List<Measurement> measurements() {
        Stream<Measurement> byKind = Stream.of(RequestKind.values())
                .flatMap(kind -> Stream.of(
                        one("REQUESTS_" + kind, requests.getOrDefault(kind, 0)),
                        one("BYTES_" + kind, bytes.getOrDefault(kind, 0L))));
        Stream<Measurement> inAll = Stream.of(
                one("REQUESTS", requests.values().stream().mapToInt(n -> n).sum()),
                one("BYTES", bytes.values().stream().mapToLong(n -> n).sum()),
                one("REQUESTS_THIRD_PARTY", thirdPartyRequests),
                one("BYTES_THIRD_PARTY", thirdPartyBytes),
                one("BYTES_BODY", bodyBytes),
                one("REDIRECTS", redirects),
                one("FAILED_REQUESTS", failed),
                one("HTTP_ERRORS", httpErrors));
        Stream<Measurement> initial =
                Stream.of(one("REQUESTS_INITIAL", sum(requests)), one("BYTES_INITIAL", sum(bytes)));
        return Stream.of(inAll, byKind, initial).flatMap(all -> all).toList();
    }

    private static double sum(Map<RequestKind, ? extends Number> counts) {
        return INITIAL.stream()
                .filter(counts::containsKey)
                .mapToDouble(kind -> counts.get(kind).doubleValue())
                .sum();
    }

    private static Measurement one(String code, double value) {
        return new Measurement(Metric.of(code), value);
    }
}
