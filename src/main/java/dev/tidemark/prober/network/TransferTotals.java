package dev.tidemark.prober.network;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts requests and bytes on the network by type and party. */
final class TransferTotals {

    /** Resource types that a page needs before it renders or works. */
    private static final List<ResourceType> INITIAL =
            List.of(ResourceType.DOCUMENT, ResourceType.SCRIPT, ResourceType.STYLESHEET);

    private final Map<ResourceType, Integer> requests = new EnumMap<>(ResourceType.class);
    private final Map<ResourceType, Long> bytes = new EnumMap<>(ResourceType.class);
    private int thirdPartyRequests;
    private long thirdPartyBytes;
    private long bodyBytes;
    private int redirects;
    private int failed;
    private int httpErrors;

    void count(NetworkExchange one) {
        bodyBytes += one.bodyBytes();
        boolean failure = one.failure().isPresent() && !one.isCancelled() && !one.isBlockedByProbe();
        failed += failure ? 1 : 0;
        httpErrors += one.status() >= 400 ? 1 : 0;
        if (!one.isOnNetwork()) {
            return;
        }
        requests.merge(one.kind(), 1, Integer::sum);
        bytes.merge(one.kind(), one.transferBytes(), Long::sum);
        thirdPartyRequests += one.isThirdParty() ? 1 : 0;
        thirdPartyBytes += one.isThirdParty() ? one.transferBytes() : 0;
    }

    /** Corrects the size of a body by a difference. */
    void correctBodySize(long difference) {
        bodyBytes += difference;
    }

    void redirected(NetworkExchange one) {
        redirects += one.isForMainDocument() ? 1 : 0;
    }

    TransferTotals plus(Collection<NetworkExchange> unfinished) {
        TransferTotals both = new TransferTotals();
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
        Stream<Measurement> byKind = Stream.of(ResourceType.values())
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

    private static double sum(Map<ResourceType, ? extends Number> counts) {
        return INITIAL.stream()
                .filter(counts::containsKey)
                .mapToDouble(kind -> counts.get(kind).doubleValue())
                .sum();
    }

    private static Measurement one(String code, double value) {
        return new Measurement(Metric.of(code), value);
    }
}
