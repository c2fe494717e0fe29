package dev.tidemark.model.metric;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric, identified by the upper-case code that the API, the YAML files and the database use.
 *
 * <p>Codes are those of the catalog ({@link MetricCatalog}) or user timings: {@code MARK:<name>} is the time of a {@code
 * performance.mark}, {@code MEASURE:<name>} the duration of a {@code performance.measure}. A prefix names the scope when it is
 * not the first view of the page: {@code REPEAT:LCP} is the LCP of the repeat view, {@code STEP:2:LCP} that of the second step
 * of a journey.
 */
public record Metric(String code) implements Comparable<Metric> {

    public static final Metric TTFB = new Metric("TTFB");
    public static final Metric FP = new Metric("FP");
    public static final Metric FCP = new Metric("FCP");
    public static final Metric LCP = new Metric("LCP");
    public static final Metric CLS = new Metric("CLS");
    public static final Metric CLS_ALL_FRAMES = new Metric("CLS_ALL_FRAMES");
    public static final Metric TBT = new Metric("TBT");
    public static final Metric TTI = new Metric("TTI");
    public static final Metric SI = new Metric("SI");
    public static final Metric INP = new Metric("INP");
    public static final Metric DCL = new Metric("DCL");
    public static final Metric LOAD = new Metric("LOAD");
    public static final Metric SCORE = new Metric("SCORE");
    public static final Metric REQUESTS = new Metric("REQUESTS");
    public static final Metric BYTES = new Metric("BYTES");

    /** The percentage of successful runs in a window. */
    public static final Metric UPTIME = new Metric("UPTIME");
    /** The percentage of runs in a window that failed because of the target. */
    public static final Metric ERRORS = new Metric("ERRORS");
    /** The time since the last result. */
    public static final Metric SILENCE = new Metric("SILENCE");

    static final String MARK = "MARK:";
    static final String MEASURE = "MEASURE:";
    private static final int MAX_CODE_LENGTH = 200;
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<scope>REPEAT:|STEP:[1-9]\\d?:)?(?<timing>MARK:|MEASURE:)?(?<name>.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Codes that are also the usual short names. */
    private static final Set<String> ABBREVIATIONS = Set.of("LCP", "INP", "CLS", "FCP", "TTFB", "TTI", "TBT", "FP");

    public Metric {
        Objects.requireNonNull(code, "code");
        String plain = MetricScope.without(code);
        if (!MetricCatalog.contains(plain) && !isUserTiming(plain) || code.length() > MAX_CODE_LENGTH) {
            throw new UnknownMetricException(code);
        }
    }

    public static Metric of(String code) {
        return new Metric(code);
    }

    /** The metric as people write it: prefixes and codes in upper or lower case; names of user timings are case-sensitive. */
    public static Metric parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new UnknownMetricException(text);
        }
        String name = parts.group("timing") == null ? upperCase(parts.group("name")) : parts.group("name");
        return new Metric(upperCase(parts.group("scope")) + upperCase(parts.group("timing")) + name);
    }

    /** The metric in the repeat view, with a warm browser cache. */
    public static Metric ofRepeatView(Metric plain) {
        return new Metric(MetricScope.REPEAT + plain.code);
    }

    /** The metric of the n-th step of a journey, from 1 to 99. */
    public static Metric ofStep(int n, Metric plain) {
        return new Metric(MetricScope.step(n) + plain.code);
    }

    /** The metric without its scope: {@code LCP} for {@code STEP:2:LCP}. */
    public Metric plain() {
        return isPlain() ? this : new Metric(MetricScope.without(code));
    }

    /** Whether the metric has no scope: it describes the first view of the whole page. */
    public boolean isPlain() {
        return MetricScope.without(code).equals(code);
    }

    public boolean isRepeatView() {
        return code.startsWith(MetricScope.REPEAT);
    }

    /** The number of the journey step in the scope; empty for other scopes. */
    public OptionalInt step() {
        return MetricScope.stepOf(code);
    }

    public boolean isUserTiming() {
        return isUserTiming(plain().code);
    }

    /** Whether the metric is a share of runs, in percent: uptime, or failed runs. Its value over several runs is their mean. */
    public boolean isShareOfRuns() {
        return equals(UPTIME) || equals(ERRORS);
    }

    /**
     * Whether the metric is computed from the outcomes of runs (uptime, failed runs, silence); a single run does not measure
     * it.
     */
    public boolean isOutcomeBased() {
        return equals(UPTIME) || equals(ERRORS) || equals(SILENCE);
    }

    public Unit unit() {
        return isUserTiming()
                ? Unit.MILLISECONDS
                : MetricCatalog.entry(plain().code).unit();
    }

    /** The full name, such as "Largest Contentful Paint". A user timing has the name that the page gave it. */
    public LocalizedMessage title() {
        return MetricScope.title(code, name());
    }

    /** The full name with the usual short one: "Largest Contentful Paint (LCP)", "Duration, step 2". */
    public LocalizedMessage label() {
        String plain = plain().code;
        return ABBREVIATIONS.contains(plain)
                ? MetricScope.title(code, LocalizedMessage.of("metric.label.abbreviated", name(), plain))
                : title();
    }

    /** The short name, where there is little space: "LCP", "LCP, step 2", "Duration, step 2", "Speed Index". */
    public LocalizedMessage shortName() {
        String plain = plain().code;
        return ABBREVIATIONS.contains(plain) ? MetricScope.title(code, LocalizedMessage.verbatim(plain)) : title();
    }

    /** Without the scope. */
    private LocalizedMessage name() {
        String plain = plain().code;
        return isUserTiming(plain)
                ? LocalizedMessage.verbatim(plain.substring(plain.indexOf(':') + 1))
                : LocalizedMessage.of("metric." + plain);
    }

    @Override
    public int compareTo(Metric other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }

    private static String upperCase(String text) {
        return text == null ? "" : text.toUpperCase(Locale.ROOT);
    }

    private static boolean isUserTiming(String code) {
        boolean prefixed = code.startsWith(MARK) || code.startsWith(MEASURE);
        return prefixed && code.length() > code.indexOf(':') + 1;
    }
}
