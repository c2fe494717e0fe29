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

/** All metrics with a fixed code, with their unit, full name and maximum plausible value. */
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
        millis("LCP", "Largest Contentful Paint");
        millis("INP", "Interaction to Next Paint");
        add("CLS", RATIO, "Cumulative Layout Shift", 1_000);
        millis("FCP", "First Contentful Paint");
        millis("TTFB", "Time to First Byte");
        millis("TTI", "Time to Interactive");
        millis("TBT", "Total Blocking Time");
        millis("SI", "Speed Index");
        add("SCORE", RATIO, "Performance score", 1);
        millis("FP", "First Paint");
        millis("DCL", "DOMContentLoaded");
        millis("LOAD", "Load event");
        millis("DURATION", "Duration");
        millis("DNS", "DNS lookup");
        millis("CONNECT", "TCP connect");
        millis("TLS", "TLS handshake");
    }

    private static void stability() {
        add("CLS_ALL_FRAMES", RATIO, "Cumulative Layout Shift, all frames", 1_000);
        add("LONG_TASKS", COUNT, "Long tasks", MAX_COUNT);
        millis("LONG_TASKS_TOTAL", "Long tasks, total time");
        millis("LONGEST_TASK", "Longest task");
        millis("MAX_POTENTIAL_FID", "Max potential First Input Delay");
    }

    private static void traffic() {
        add("REQUESTS", COUNT, "Requests", MAX_COUNT);
        add("BYTES", BYTES, "Transferred bytes", MAX_COUNT);
        for (String type : List.of(
                "DOCUMENT", "SCRIPT", "STYLESHEET", "IMAGE", "FONT", "MEDIA", "OTHER", "THIRD_PARTY", "INITIAL")) {
            String typeName = type.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            add("REQUESTS_" + type, COUNT, "Requests, " + typeName, MAX_COUNT);
            add("BYTES_" + type, BYTES, "Transferred bytes, " + typeName, MAX_COUNT);
        }
        add("BYTES_BODY", BYTES, "Decoded body bytes", MAX_COUNT);
        add("BYTES_INLINE", BYTES, "Inlined bytes in the head", MAX_COUNT);
        add("REDIRECTS", COUNT, "Redirects of the document", MAX_COUNT);
    }

    private static void errors() {
        add("CONSOLE_ERRORS", COUNT, "Console errors", MAX_COUNT);
        add("EXCEPTIONS", COUNT, "Uncaught exceptions", MAX_COUNT);
        add("FAILED_REQUESTS", COUNT, "Failed requests", MAX_COUNT);
        add("HTTP_ERRORS", COUNT, "Responses of 400 and above", MAX_COUNT);
    }

    private static void serverSide() {
        add("STATUS", COUNT, "HTTP status", 999);
        add("CERTIFICATE_DAYS", COUNT, "Days until the certificate ends", 100_000);
        add(VALUE, RATIO, "Value read from the answer", MAX_COUNT);
        add("CPU", PERCENT, "CPU use of the server", 100_000);
        add("MEMORY", BYTES, "Memory of the server", 1e15);
        millis("QUERY", "Database query");
        add("POOL", PERCENT, "Connection pool in use", 100_000);
        add("CONNECTIONS", COUNT, "Database connections", MAX_COUNT);
        add("CACHE_HITS", PERCENT, "Cache hits", 100);
        add("THROUGHPUT", COUNT, "Requests per second", MAX_COUNT);
        add("RESOURCES", PERCENT, "Resources in use", 100_000);
        millis("REPLICATION_LAG", "Replication lag");
    }

    /** Metrics that are computed from the outcomes of runs. */
    private static void outcomes() {
        add("UPTIME", PERCENT, "Uptime", 100);
        add("ERRORS", PERCENT, "Failed runs", 100);
        add("SILENCE", MILLISECONDS, "Time without a result", MAX_COUNT);
    }

    private static void millis(String code, String title) {
        add(code, MILLISECONDS, title, ONE_HOUR_IN_MILLIS);
    }

    private static void add(String code, Unit unit, String title, double max) {
        ENTRIES.put(code, new MetricDefinition(unit, title, max));
    }

    record MetricDefinition(Unit unit, String title, double max) {}
}
