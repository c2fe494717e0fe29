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

/** Every metric that has a fixed code, with its unit, its title and the largest value that is believed. */
public final class MetricCatalog {

    private static final double ONE_HOUR_IN_MILLIS = 3_600_000;
    private static final double MANY = 1e12;
    private static final Map<String, MetricDefinition> ENTRIES = new LinkedHashMap<>();

    static {
        times();
        stability();
        traffic();
        trouble();
        serverSide();
        outcomes();
    }

    private static final String VALUE = "VALUE";

    private static final Set<String> OF_SERVER = Set.of(
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

    private static final Set<String> OF_ANSWER =
            Set.of("TTFB", "DURATION", "DNS", "CONNECT", "TLS", "STATUS", "CERTIFICATE_DAYS", "BYTES", "BYTES_BODY");

    private MetricCatalog() {}

    /** Whether it is a figure of the probed system itself, which an HTTP probe reads from an answer. */
    public static boolean isOfServer(Metric metric) {
        return OF_SERVER.contains(metric.code());
    }

    /** Codes of such figures. */
    public static Set<String> ofServer() {
        return OF_SERVER;
    }

    /** Whether every HTTP probe measures it. */
    public static boolean isOfAnswer(Metric metric) {
        return OF_ANSWER.contains(metric.code());
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
        add("LONG_TASKS", COUNT, "Long tasks", MANY);
        millis("LONG_TASKS_TOTAL", "Long tasks, total time");
        millis("LONGEST_TASK", "Longest task");
        millis("MAX_POTENTIAL_FID", "Max potential First Input Delay");
    }

    private static void traffic() {
        add("REQUESTS", COUNT, "Requests", MANY);
        add("BYTES", BYTES, "Transferred bytes", MANY);
        for (String type : List.of(
                "DOCUMENT", "SCRIPT", "STYLESHEET", "IMAGE", "FONT", "MEDIA", "OTHER", "THIRD_PARTY", "INITIAL")) {
            String words = type.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            add("REQUESTS_" + type, COUNT, "Requests, " + words, MANY);
            add("BYTES_" + type, BYTES, "Transferred bytes, " + words, MANY);
        }
        add("BYTES_BODY", BYTES, "Decoded body bytes", MANY);
        add("BYTES_INLINE", BYTES, "Inlined bytes in the head", MANY);
        add("REDIRECTS", COUNT, "Redirects of the document", MANY);
    }

    private static void trouble() {
        add("CONSOLE_ERRORS", COUNT, "Console errors", MANY);
        add("EXCEPTIONS", COUNT, "Uncaught exceptions", MANY);
        add("FAILED_REQUESTS", COUNT, "Failed requests", MANY);
        add("HTTP_ERRORS", COUNT, "Responses of 400 and above", MANY);
    }

    private static void serverSide() {
        add("STATUS", COUNT, "HTTP status", 999);
        add("CERTIFICATE_DAYS", COUNT, "Days until the certificate ends", 100_000);
        add(VALUE, RATIO, "Value read from the answer", MANY);
        add("CPU", PERCENT, "CPU use of the server", 100_000);
        add("MEMORY", BYTES, "Memory of the server", 1e15);
        millis("QUERY", "Database query");
        add("POOL", PERCENT, "Connection pool in use", 100_000);
        add("CONNECTIONS", COUNT, "Database connections", MANY);
        add("CACHE_HITS", PERCENT, "Cache hits", 100);
        add("THROUGHPUT", COUNT, "Requests per second", MANY);
        add("RESOURCES", PERCENT, "Resources in use", 100_000);
        millis("REPLICATION_LAG", "Replication lag");
    }

    /** What follows from how runs ended, not from what one of them measured. */
    private static void outcomes() {
        add("UPTIME", PERCENT, "Uptime", 100);
        add("ERRORS", PERCENT, "Failed runs", 100);
        add("SILENCE", MILLISECONDS, "Time without a result", MANY);
    }

    private static void millis(String code, String title) {
        add(code, MILLISECONDS, title, ONE_HOUR_IN_MILLIS);
    }

    private static void add(String code, Unit unit, String title, double largest) {
        ENTRIES.put(code, new MetricDefinition(unit, title, largest));
    }

    record MetricDefinition(Unit unit, String title, double largest) {}
}
