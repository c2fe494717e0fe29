package dev.tidemark.config.importer;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.HashMap;
import java.util.List;
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
        put("size", "total=BYTES");
        put("thirdParty", "requests=REQUESTS_THIRD_PARTY transferSize=BYTES_THIRD_PARTY size=BYTES_THIRD_PARTY");
        put("lighthouse", "performance=SCORE");
        message(
                "browsertime",
                "timings.firstPaint=FP timings.paintTiming.first-paint=FP timings.paintTiming.first-contentful-paint=FCP"
                        + " timings.largestContentfulPaint.renderTime=LCP timings.interactionToNextPaint=INP"
                        + " timings.ttfb=TTFB timings.pageTimings.backEndTime=TTFB timings.pageTimings.pageLoadTime=LOAD"
                        + " timings.loadEventEnd=LOAD visualMetrics.SpeedIndex=SI pageinfo.cumulativeLayoutShift=CLS"
                        + " cpu.longTasks.totalBlockingTime=TBT cpu.longTasks.maxPotentialFid=MAX_POTENTIAL_FID"
                        + " cpu.longTasks.tasks=LONG_TASKS cpu.longTasks.totalDuration=LONG_TASKS_TOTAL"
                        + " googleWebVitals.ttfb=TTFB googleWebVitals.firstContentfulPaint=FCP"
                        + " googleWebVitals.largestContentfulPaint=LCP googleWebVitals.totalBlockingTime=TBT"
                        + " googleWebVitals.interactionToNextPaint=INP googleWebVitals.cumulativeLayoutShift=CLS");
        message(
                "pagexray",
                "requests=REQUESTS transferSize=BYTES contentSize=BYTES_BODY documentRedirects=REDIRECTS"
                        + " thirdParty.requests=REQUESTS_THIRD_PARTY thirdParty.transferSize=BYTES_THIRD_PARTY");
        for (String type :
                List.of("html=DOCUMENT", "javascript=SCRIPT", "css=STYLESHEET", "image=IMAGE", "font=FONT")) {
            String name = "contentTypes." + type.substring(0, type.indexOf('='));
            String suffix = type.substring(type.indexOf('=') + 1);
            message("pagexray", name + ".requests=REQUESTS_" + suffix + " " + name + ".transferSize=BYTES_" + suffix);
        }
        message("lighthouse", "categories.performance.score=SCORE");
    }

    private SitespeedMetricNames() {}

    /**
     * The metric of {@code section.key}. A user timing is {@code usertimings.<name>}, for which sitespeed.io looks for a mark
     * first, or {@code usertimings.marks.<name>} and {@code usertimings.measures.<name>}.
     */
    static Optional<Metric> metric(String path) {
        return userTiming(path, "usertimings.")
                .or(() -> Optional.ofNullable(CODES.get(path)).map(Metric::of));
    }

    /** The metric at a path of a message, such as {@code statistics.timings.firstPaint} of {@code browsertime.pageSummary}. */
    static Optional<Metric> ofMessage(String type, String path) {
        String tool = type.substring(0, type.indexOf('.'));
        String key = path.startsWith("statistics.") ? path.substring("statistics.".length()) : path;
        return userTiming(key, "timings.userTimings.")
                .or(() -> Optional.ofNullable(CODES.get(tool + ":" + key)).map(Metric::of));
    }

    /** {@code a['b-c'].d} as {@code a.b-c.d}. */
    static String withoutBrackets(String path) {
        return path.replaceAll("\\[['\"]?([^\\]'\"]+)['\"]?]", ".$1");
    }

    private static Optional<Metric> userTiming(String path, String prefix) {
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        String name = path.substring(prefix.length());
        String code = name.startsWith("measures.")
                ? "MEASURE:" + name.substring("measures.".length())
                : "MARK:" + (name.startsWith("marks.") ? name.substring("marks.".length()) : name);
        try {
            return Optional.of(Metric.of(code));
        } catch (InvalidValueException tooLong) {
            return Optional.empty();
        }
    }

    /** The reason why there is no such metric. */
    static LocalizedMessage reason(String path) {
        return LocalizedMessage.of(
                path.startsWith("score.") || path.startsWith("coach.")
                        ? "import.ignored.coachScore"
                        : "import.ignored.measuredDifferently",
                path);
    }

    private static void message(String tool, String pairs) {
        for (String pair : pairs.split(" ")) {
            int equals = pair.indexOf('=');
            CODES.put(tool + ":" + pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static void put(String section, String pairs) {
        for (String pair : pairs.split(" ")) {
            int equals = pair.indexOf('=');
            CODES.put(section + "." + pair.substring(0, equals), pair.substring(equals + 1));
        }
    }
}
