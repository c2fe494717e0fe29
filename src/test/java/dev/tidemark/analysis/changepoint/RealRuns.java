package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Statistic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One metric of real runs of an unchanged page, in their order, as {@code mvn -Pcost -Dexec.args=noise} records
 * them.
 */
final class RealRuns {
    private static final String KEPT = "real-runs.csv";

    private final double[] values;
    private final double median;

    private RealRuns(double[] values) {
        this.values = values;
        this.median = Statistic.MEDIAN.of(values);
    }

    static RealRuns of(String metric) {
        List<String> lines = lines();
        int column = Arrays.asList(lines.get(0).split(",")).indexOf(metric);
        return new RealRuns(lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
                .toArray());
    }

    private static List<String> lines() {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(RealRuns.class.getResourceAsStream(KEPT), StandardCharsets.UTF_8))) {
            return file.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int count() {
        return values.length;
    }

    /** The value of a run relative to the median. */
    double ofMedian(int run) {
        return values[run] / median;
    }

    /** Standard deviation by median, in %. */
    double spreadPercent() {
        double mean = Statistic.MEAN.of(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return 100 * Math.sqrt(squares / (values.length - 1)) / median;
    }
}
