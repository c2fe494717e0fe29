package dev.tidemark.model.metric;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is measured, by the upper-case code that the API, the YAML files and the database use.
 *
 * <p>Codes are those of the catalogue ({@link MetricCatalog}) or user timings: {@code MARK:<name>} is the time of a
 * {@code performance.mark}, {@code MEASURE:<name>} the duration of a {@code performance.measure}. In front of either may
 * stand what it is about when it is not the page's first view: {@code REPEAT:LCP} is the LCP of the repeat view,
 * {@code STEP:2:LCP} that of the second step of a journey.
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

    /** The share of runs that were good, over a window. */
    public static final Metric UPTIME = new Metric("UPTIME");
    /** The share of runs that failed by the target's fault, over a window. */
    public static final Metric ERRORS = new Metric("ERRORS");
    /** How long there has been no result. */
    public static final Metric SILENCE = new Metric("SILENCE");

    static final String MARK = "MARK:";
    static final String MEASURE = "MEASURE:";
    private static final int LONGEST_CODE = 200;

    /** Codes that are also the short names of the field. */
    private static final Set<String> ABBREVIATIONS = Set.of("LCP", "INP", "CLS", "FCP", "TTFB", "TTI", "TBT", "FP");

    public Metric {
        Objects.requireNonNull(code, "code");
        String plain = MetricScope.without(code);
        if (!MetricCatalog.contains(plain) && !isUserTiming(plain) || code.length() > LONGEST_CODE) {
            throw new UnknownMetricException(code);
        }
    }

    public static Metric of(String code) {
        return new Metric(code);
    }

    /** The metric in the repeat view, where the browser's cache is warm. */
    public static Metric ofRepeatView(Metric plain) {
        return new Metric(MetricScope.REPEAT + plain.code);
    }

    /** The metric of the n-th step of a journey, from 1 to 99. */
    public static Metric ofStep(int n, Metric plain) {
        return new Metric(MetricScope.step(n) + plain.code);
    }

    /** The metric whatever it is about: LCP of {@code STEP:2:LCP}. */
    public Metric plain() {
        return isPlain() ? this : new Metric(MetricScope.without(code));
    }

    /** Whether it is about the page's first view as a whole. */
    public boolean isPlain() {
        return MetricScope.without(code).equals(code);
    }

    public boolean isOfRepeatView() {
        return code.startsWith(MetricScope.REPEAT);
    }

    /** The step of the journey that it is about. */
    public OptionalInt step() {
        return MetricScope.stepOf(code);
    }

    public boolean isUserTiming() {
        return isUserTiming(plain().code);
    }

    /** Whether it follows from how runs ended; no single run measures it. */
    public boolean isOfOutcomes() {
        return equals(UPTIME) || equals(ERRORS) || equals(SILENCE);
    }

    public Unit unit() {
        return isUserTiming()
                ? Unit.MILLISECONDS
                : MetricCatalog.entry(plain().code).unit();
    }

    /** The name as people say it: "Largest Contentful Paint". A user timing is called by its own name. */
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

    /** For narrow places: "LCP", "LCP, step 2", "Duration, step 2", "Speed Index". */
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

    private static boolean isUserTiming(String code) {
        boolean prefixed = code.startsWith(MARK) || code.startsWith(MEASURE);
        return prefixed && code.length() > code.indexOf(':') + 1;
    }
}
