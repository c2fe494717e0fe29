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

    private LighthouseMetricNames() {}

    static Optional<Metric> audit(String id) {
        return Optional.ofNullable(AUDITS.get(id));
    }

    /** @param prefix {@code BYTES} or {@code REQUESTS} */
    static Optional<Metric> resource(String prefix, String type) {
        return Optional.ofNullable(RESOURCES.get(type)).map(suffix -> Metric.of(prefix + suffix));
    }
}
