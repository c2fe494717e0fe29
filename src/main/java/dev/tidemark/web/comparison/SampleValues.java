package dev.tidemark.web.comparison;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.result.SampleResult;
import java.util.List;
import java.util.Set;

/** The samples of two runs, to find metrics that do not vary, such as the bytes and requests of a static page. */
record SampleValues(List<SampleResult> before, List<SampleResult> after) {

    private static final Set<Unit> EXACT = Set.of(Unit.BYTES, Unit.COUNT);

    /** Whether all samples of each run have the same value of a size or a count. Times always vary. */
    boolean areConstant(Metric metric) {
        return EXACT.contains(metric.unit()) && isConstant(before, metric) && isConstant(after, metric);
    }

    private static boolean isConstant(List<SampleResult> samples, Metric metric) {
        List<Double> values = samples.stream()
                .filter(SampleResult::isGood)
                .flatMap(sample -> sample.measurements().find(metric).stream())
                .map(Measurement::value)
                .toList();
        return values.size() > 1 && values.stream().distinct().count() == 1;
    }
}
