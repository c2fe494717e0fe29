package dev.tidemark.config.importer;

import dev.tidemark.model.metric.Metric;
import java.util.Map;
import java.util.Optional;

/** Maps Lighthouse audit and resource names to metrics that are measured the same way. */
final class LighthouseMetricNames {

    private static final Map<String, Metric> AUDITS = Map.of(
            "first-contentful-paint", Metric.FCP,
            "largest-contentful-paint", Metric.LCP,
            "speed-index", Metric.SI,
            "interactive", Metric.TTI,
            "total-blocking-time", Metric.TBT,
            "cumulative-layout-shift", Metric.CLS,
            "max-potential-fid", Metric.of("MAX_POTENTIAL_FID"),
            "interaction-to-next-paint", Metric.INP,
            "total-byte-weight", Metric.BYTES);

    private static final Map<String, String> RESOURCES = Map.of(
            "total", "",
            "document", "_DOCUMENT",
            "script", "_SCRIPT",
            "stylesheet", "_STYLESHEET",
            "image", "_IMAGE",
            "font", "_FONT",
            "media", "_MEDIA",
            "other", "_OTHER",
            "third-party", "_THIRD_PARTY");

    /** Audits whose score is 1 when there are none, and whose rows are the occurrences. */
    private static final Map<String, Metric> COUNTS = Map.of("errors-in-console", Metric.of("CONSOLE_ERRORS"));

    /** Audits whose rows are the occurrences, but whose score is another matter. */
    private static final Map<String, Metric> ROWS = Map.of(
            "errors-in-console", Metric.of("CONSOLE_ERRORS"),
            "redirects", Metric.of("REDIRECTS"),
            "network-requests", Metric.of("REQUESTS"),
            "long-tasks", Metric.of("LONG_TASKS"));

    private LighthouseMetricNames() {}

    /** The number that is 0 when the audit's score is 1, and greater when it is 0. */
    static Optional<Metric> count(String id) {
        return Optional.ofNullable(COUNTS.get(id));
    }

    /** The number of rows in the audit's table. */
    static Optional<Metric> rows(String id) {
        return Optional.ofNullable(ROWS.get(id));
    }

    static Optional<Metric> audit(String id) {
        return Optional.ofNullable(AUDITS.get(id));
    }

    /** @param prefix {@code BYTES} or {@code REQUESTS} */
    static Optional<Metric> resource(String prefix, String type) {
        return Optional.ofNullable(RESOURCES.get(type)).map(suffix -> Metric.of(prefix + suffix));
    }
}
