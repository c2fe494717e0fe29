package dev.tidemark.config.importer;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Maps sitespeed.io's sections and keys to metrics that are measured the same way. */
final class SitespeedMetricNames {

    private static final Map<String, String> CODES = new HashMap<>();

    static {
        put(
                "googleWebVitals",
                "timeToFirstByte=TTFB firstContentfulPaint=FCP largestContentfulPaint=LCP"
                        + " interactionToNextPaint=INP totalBlockingTime=TBT cumulativeLayoutShift=CLS");
        put(
                "timings",
                "firstPaint=FP firstContentfulPaint=FCP largestContentfulPaint=LCP loadEventEnd=LOAD pageLoadTime=LOAD"
                        + " backEndTime=TTFB SpeedIndex=SI");
        put(
                "cpu",
                "totalBlockingTime=TBT maxPotentialFid=MAX_POTENTIAL_FID longTasks=LONG_TASKS"
                        + " longTasksTotalDuration=LONG_TASKS_TOTAL");
        put("pageinfo", "cumulativeLayoutShift=CLS");
        put(
                "requests",
                "total=REQUESTS html=REQUESTS_DOCUMENT javascript=REQUESTS_SCRIPT css=REQUESTS_STYLESHEET"
                        + " image=REQUESTS_IMAGE font=REQUESTS_FONT httpErrors=HTTP_ERRORS");
        put(
                "transferSize",
                "total=BYTES html=BYTES_DOCUMENT javascript=BYTES_SCRIPT css=BYTES_STYLESHEET image=BYTES_IMAGE"
                        + " font=BYTES_FONT");
        put("contentSize", "total=BYTES_BODY");
        put("thirdParty", "requests=REQUESTS_THIRD_PARTY transferSize=BYTES_THIRD_PARTY");
        put("lighthouse", "performance=SCORE");
    }

    private SitespeedMetricNames() {}

    /** The metric of {@code section.key}; user timings are {@code usertimings.marks.<name>}. */
    static Optional<Metric> metric(String path) {
        if (path.startsWith("usertimings.marks.")) {
            return Optional.of(Metric.of("MARK:" + path.substring("usertimings.marks.".length())));
        }
        if (path.startsWith("usertimings.measures.")) {
            return Optional.of(Metric.of("MEASURE:" + path.substring("usertimings.measures.".length())));
        }
        return Optional.ofNullable(CODES.get(path)).map(Metric::of);
    }

    /** The reason why there is no such metric. */
    static LocalizedMessage reason(String path) {
        return LocalizedMessage.of(
                path.startsWith("score.") ? "import.ignored.coachScore" : "import.ignored.measuredDifferently", path);
    }

    private static void put(String section, String pairs) {
        for (String pair : pairs.split(" ")) {
            int equals = pair.indexOf('=');
            CODES.put(section + "." + pair.substring(0, equals), pair.substring(equals + 1));
        }
    }
}
