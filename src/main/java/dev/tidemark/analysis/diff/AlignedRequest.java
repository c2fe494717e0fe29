package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RequestRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The same request in all page loads of a side. Times (ms) and sizes (bytes) are medians over the loads that contain it.
 *
 * @param share of the loads that contain it, 0 to 1
 * @param connectMillis DNS lookup, connection and TLS handshake together
 */
public record AlignedRequest(
        RequestRecord example,
        double share,
        double startMillis,
        double endMillis,
        double durationMillis,
        double connectMillis,
        double waitMillis,
        double bytes,
        boolean blocking) {

    public String url() {
        return example.url();
    }

    public String type() {
        return example.type();
    }

    /** Keyed by method, URL pattern and number of occurrence, in the order of their start. */
    static Map<String, AlignedRequest> of(List<PageDetails> pages) {
        Map<String, List<RequestRecord>> requestsByKey = new LinkedHashMap<>();
        for (PageDetails page : pages) {
            Map<String, Integer> count = new HashMap<>();
            page.requests().stream()
                    .sorted(Comparator.comparingDouble(RequestRecord::startMillis))
                    .forEach(request -> {
                        String pattern = request.method() + " " + UrlPattern.of(request.url());
                        String key = pattern + " " + count.merge(pattern, 1, Integer::sum);
                        requestsByKey
                                .computeIfAbsent(key, none -> new ArrayList<>())
                                .add(request);
                    });
        }
        Map<String, AlignedRequest> aligned = new LinkedHashMap<>();
        requestsByKey.forEach((key, all) -> aligned.put(key, of(all, pages.size())));
        return aligned;
    }

    private static AlignedRequest of(List<RequestRecord> all, int pages) {
        return new AlignedRequest(
                all.get(0),
                all.size() / (double) pages,
                median(all, RequestRecord::startMillis),
                median(all, RequestRecord::endMillis),
                median(all, AlignedRequest::duration),
                median(
                        all,
                        request -> positive(request.dnsMillis())
                                + positive(request.connectMillis())
                                + positive(request.tlsMillis())),
                median(all, request -> positive(request.waitMillis())),
                median(all, RequestRecord::transferBytes),
                all.stream().filter(RequestRecord::renderBlocking).count() * 2 > all.size());
    }

    private static double duration(RequestRecord request) {
        return request.endMillis() < 0 ? 0 : Math.max(0, request.endMillis() - request.startMillis());
    }

    private static double positive(double millis) {
        return Math.max(0, millis);
    }

    private static double median(List<RequestRecord> all, ToDoubleFunction<RequestRecord> value) {
        return Quantile.of(all.stream().mapToDouble(value).toArray(), 0.5);
    }
}
