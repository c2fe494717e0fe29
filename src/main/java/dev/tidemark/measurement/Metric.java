package dev.tidemark.measurement;

import java.util.Objects;

/**
 * What is measured, by the upper-case code that the API, the YAML files and the database use.
 *
 * <p>Codes are those of the catalogue ({@link MetricCatalogue}) or user timings: {@code MARK:<name>} is the time of a
 * {@code performance.mark}, {@code MEASURE:<name>} the duration of a {@code performance.measure}.
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

    static final String MARK = "MARK:";
    static final String MEASURE = "MEASURE:";
    private static final int LONGEST_CODE = 200;

    public Metric {
        Objects.requireNonNull(code, "code");
        if (!MetricCatalogue.contains(code) && !isUserTiming(code)) {
            throw new UnknownMetricException(code);
        }
    }

    public static Metric of(String code) {
        return new Metric(code);
    }

    public Unit unit() {
        return isUserTiming(code)
                ? Unit.MILLISECONDS
                : MetricCatalogue.entry(code).unit();
    }

    /** The name as people say it: "Largest Contentful Paint". A user timing is called by its own name. */
    public String title() {
        return isUserTiming(code)
                ? code.substring(code.indexOf(':') + 1)
                : MetricCatalogue.entry(code).title();
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
        return prefixed && code.length() > code.indexOf(':') + 1 && code.length() <= LONGEST_CODE;
    }
}
