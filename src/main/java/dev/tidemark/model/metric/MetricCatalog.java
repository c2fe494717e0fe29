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

/** Every metric that has a fixed code, with its unit and the largest value that is believed. Titles are in the bundle: {@code metric.LCP}. */
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
        add("LONG_TASKS", COUNT, MANY);
        millis("LONG_TASKS_TOTAL");
        millis("LONGEST_TASK");
        millis("MAX_POTENTIAL_FID");
    }

    private static void traffic() {
        add("REQUESTS", COUNT, MANY);
        add("BYTES", BYTES, MANY);
        for (String type : List.of(
                "DOCUMENT", "SCRIPT", "STYLESHEET", "IMAGE", "FONT", "MEDIA", "OTHER", "THIRD_PARTY", "INITIAL")) {
            add("REQUESTS_" + type, COUNT, MANY);
            add("BYTES_" + type, BYTES, MANY);
        }
        add("BYTES_BODY", BYTES, MANY);
        add("BYTES_INLINE", BYTES, MANY);
        add("REDIRECTS", COUNT, MANY);
    }

    private static void trouble() {
        add("CONSOLE_ERRORS", COUNT, MANY);
        add("EXCEPTIONS", COUNT, MANY);
        add("FAILED_REQUESTS", COUNT, MANY);
        add("HTTP_ERRORS", COUNT, MANY);
    }

    private static void serverSide() {
        add("STATUS", COUNT, 999);
        add("CERTIFICATE_DAYS", COUNT, 100_000);
        add(VALUE, RATIO, MANY);
        add("CPU", PERCENT, 100_000);
        add("MEMORY", BYTES, 1e15);
        millis("QUERY");
        add("POOL", PERCENT, 100_000);
        add("CONNECTIONS", COUNT, MANY);
        add("CACHE_HITS", PERCENT, 100);
        add("THROUGHPUT", COUNT, MANY);
        add("RESOURCES", PERCENT, 100_000);
        millis("REPLICATION_LAG");
    }

    /** What follows from how runs ended, not from what one of them measured. */
    private static void outcomes() {
        add("UPTIME", PERCENT, 100);
        add("ERRORS", PERCENT, 100);
        add("SILENCE", MILLISECONDS, MANY);
    }

    private static void millis(String code) {
        add(code, MILLISECONDS, ONE_HOUR_IN_MILLIS);
    }

    private static void add(String code, Unit unit, double largest) {
        ENTRIES.put(code, new MetricDefinition(unit, largest));
    }

    record MetricDefinition(Unit unit, double largest) {}
}
