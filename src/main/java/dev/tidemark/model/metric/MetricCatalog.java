package dev.tidemark.model.metric;

import static dev.tidemark.model.metric.Unit.BYTES;
import static dev.tidemark.model.metric.Unit.COUNT;
import static dev.tidemark.model.metric.Unit.MILLISECONDS;
import static dev.tidemark.model.metric.Unit.PERCENT;
import static dev.tidemark.model.metric.Unit.RATIO;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All metrics with a fixed code, with their unit and maximum plausible value. Titles are in the bundle: {@code metric.LCP}. */
public final class MetricCatalog {

    private static final double ONE_HOUR_IN_MILLIS = 3_600_000;
    private static final double MAX_COUNT = 1e12;
    private static final Map<String, MetricDefinition> ENTRIES = new LinkedHashMap<>();

    static {
        times();
        stability();
        traffic();
        errors();
        serverSide();
        outcomes();
    }

    private static final String VALUE = "VALUE";

    private static final Set<String> SERVER_METRICS = Set.of(
            VALUE,
            "CPU",
            "MEMORY",
            "QUERY",
            "POOL",
            "CONNECTIONS",
            "CACHE_HITS",
            "THROUGHPUT",
            "RESOURCES",
            "REPLICATION_LAG");

    private static final Set<String> HTTP_CHECK_METRICS =
            Set.of("TTFB", "DURATION", "DNS", "CONNECT", "TLS", "STATUS", "CERTIFICATE_DAYS", "BYTES", "BYTES_BODY");

    private MetricCatalog() {}

    /** Whether the metric describes the monitored server itself; HTTP checks read it from the response body. */
    public static boolean isServerMetric(Metric metric) {
        return SERVER_METRICS.contains(metric.code());
    }

    /** The codes of the metrics of {@link #isServerMetric}. */
    public static Set<String> serverMetricCodes() {
        return SERVER_METRICS;
    }

    /** Whether every HTTP check measures the metric. */
    public static boolean isHttpCheckMetric(Metric metric) {
        return HTTP_CHECK_METRICS.contains(metric.code());
    }

    /** All codes, in the order in which pages list them. */
    public static List<Metric> all() {
        return ENTRIES.keySet().stream().map(Metric::new).toList();
    }

    static boolean contains(String code) {
        return ENTRIES.containsKey(code);
    }

    static MetricDefinition entry(String code) {
        return ENTRIES.get(code);
    }

    static List<String> codes() {
        return List.copyOf(ENTRIES.keySet());
    }

    private static void times() {
        millis("LCP");
        millis("INP");
        add("CLS", RATIO, 1_000);
        millis("FCP");
        millis("TTFB");
        millis("TTI");
        millis("TBT");
        millis("SI");
        add("SCORE", RATIO, 1);
        millis("FP");
        millis("DCL");
        millis("LOAD");
        millis("DURATION");
        millis("DNS");
        millis("CONNECT");
        millis("TLS");
    }

    private static void stability() {
        add("CLS_ALL_FRAMES", RATIO, 1_000);
        add("LONG_TASKS", COUNT, MAX_COUNT);
        millis("LONG_TASKS_TOTAL");
        millis("LONGEST_TASK");
        millis("MAX_POTENTIAL_FID");
    }

    private static void traffic() {
        add("REQUESTS", COUNT, MAX_COUNT);
        add("BYTES", BYTES, MAX_COUNT);
        for (String type : List.of(
                "DOCUMENT", "SCRIPT", "STYLESHEET", "IMAGE", "FONT", "MEDIA", "OTHER", "THIRD_PARTY", "INITIAL")) {
            add("REQUESTS_" + type, COUNT, MAX_COUNT);
            add("BYTES_" + type, BYTES, MAX_COUNT);
        }
        add("BYTES_BODY", BYTES, MAX_COUNT);
        add("BYTES_INLINE", BYTES, MAX_COUNT);
        add("REDIRECTS", COUNT, MAX_COUNT);
    }

    private static void errors() {
        add("CONSOLE_ERRORS", COUNT, MAX_COUNT);
        add("EXCEPTIONS", COUNT, MAX_COUNT);
        add("FAILED_REQUESTS", COUNT, MAX_COUNT);
        add("HTTP_ERRORS", COUNT, MAX_COUNT);
    }

    private static void serverSide() {
        add("STATUS", COUNT, 999);
        add("CERTIFICATE_DAYS", COUNT, 100_000);
        add(VALUE, RATIO, MAX_COUNT);
        add("CPU", PERCENT, 100_000);
        add("MEMORY", BYTES, 1e15);
        millis("QUERY");
        add("POOL", PERCENT, 100_000);
        add("CONNECTIONS", COUNT, MAX_COUNT);
        add("CACHE_HITS", PERCENT, 100);
        add("THROUGHPUT", COUNT, MAX_COUNT);
        add("RESOURCES", PERCENT, 100_000);
        millis("REPLICATION_LAG");
    }

    /** Metrics that are computed from the outcomes of runs. */
    private static void outcomes() {
        add("UPTIME", PERCENT, 100);
        add("ERRORS", PERCENT, 100);
        add("SILENCE", MILLISECONDS, MAX_COUNT);
    }

    private static void millis(String code) {
        add(code, MILLISECONDS, ONE_HOUR_IN_MILLIS);
    }

    private static void add(String code, Unit unit, double max) {
        ENTRIES.put(code, new MetricDefinition(unit, max));
    }

    record MetricDefinition(Unit unit, double max) {}
}
