package dev.tidemark.model.result;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The result of a run: its samples, the measuring environment, and one outcome: OK when most samples are OK, otherwise the most
 * frequent other outcome (the earliest on a tie).
 *
 * @param cpuBenchmark higher on faster machines, measured right before the run; 0 when not measured
 */
public record RunResult(
        Outcome outcome, Engine engine, Profile profile, double cpuBenchmark, List<SampleResult> samples) {

    public RunResult {
        Objects.requireNonNull(outcome, "outcome");
        samples = List.copyOf(samples);
    }

    public static RunResult of(Engine engine, Profile profile, double cpuBenchmark, List<SampleResult> samples) {
        return new RunResult(prevailing(samples), engine, profile, cpuBenchmark, samples);
    }

    /** The median of each metric over the good samples; empty when the run is not OK, which excludes it from trends. */
    public Measurements medians() {
        if (!outcome.isOk()) {
            return Measurements.none();
        }
        Map<Metric, List<Double>> values = new TreeMap<>();
        good().forEach(sample -> sample.measurements().stream()
                .forEach(one -> values.computeIfAbsent(one.metric(), metric -> new ArrayList<>())
                        .add(one.value())));
        return Measurements.of(values.entrySet().stream()
                .map(entry -> new Measurement(entry.getKey(), median(entry.getValue())))
                .toList());
    }

    /** The metrics without a value in any good sample, each with the first reason. */
    public List<AbsentMetric> absent() {
        Measurements medians = medians();
        Map<Metric, AbsentMetric> first = new LinkedHashMap<>();
        samples.forEach(sample -> sample.absent().forEach(one -> first.putIfAbsent(one.metric(), one)));
        return first.values().stream()
                .filter(one -> medians.find(one.metric()).isEmpty())
                .toList();
    }

    /** The index of the good sample whose LCP (or else FCP or load time) is closest to the median; empty without good samples. */
    public OptionalInt representative() {
        Measurements medians = medians();
        return IntStream.range(0, samples.size())
                .filter(n -> samples.get(n).isGood())
                .boxed()
                .min(Comparator.comparingDouble(n -> distance(samples.get(n), medians)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The same result with another n-th sample (from 0). */
    public RunResult withSample(int n, SampleResult sample) {
        List<SampleResult> changed = new ArrayList<>(samples);
        changed.set(n, sample);
        return new RunResult(outcome, engine, profile, cpuBenchmark, changed);
    }

    /**
     * Keeps artifacts of the representative sample only; without one, of the first sample that has any.
     *
     * @param ofSample the artifacts of the n-th sample (from 0); called only as often as needed
     */
    public RunResult withArtifactsOfOneSample(IntFunction<List<Artifact>> ofSample) {
        IntStream candidates =
                representative().isPresent() ? representative().stream() : IntStream.range(0, samples.size());
        return candidates
                .mapToObj(n -> Map.entry(n, ofSample.apply(n)))
                .filter(one -> !one.getValue().isEmpty())
                .findFirst()
                .map(one -> withSample(one.getKey(), samples.get(one.getKey()).withArtifacts(one.getValue())))
                .orElse(this);
    }

    private List<SampleResult> good() {
        return samples.stream().filter(SampleResult::isGood).toList();
    }

    private static double distance(SampleResult sample, Measurements medians) {
        for (Metric metric : List.of(Metric.LCP, Metric.FCP, Metric.LOAD)) {
            var own = sample.measurements().find(metric);
            var median = medians.find(metric);
            if (median.isPresent()) {
                return own.map(one -> Math.abs(one.value() - median.get().value()))
                        .orElse(Double.MAX_VALUE);
            }
        }
        return 0;
    }

    private static double median(List<Double> values) {
        return Statistic.MEDIAN.of(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Outcome prevailing(List<SampleResult> samples) {
        Map<OutcomeType, Integer> count = new LinkedHashMap<>();
        samples.forEach(sample -> count.merge(sample.outcome().kind(), 1, Integer::sum));
        if (2 * count.getOrDefault(OutcomeType.OK, 0) > samples.size()) {
            return Outcome.ok();
        }
        OutcomeType most = count.entrySet().stream()
                .filter(entry -> entry.getKey() != OutcomeType.OK)
                .max(Comparator.comparingInt(Map.Entry<OutcomeType, Integer>::getValue))
                .map(Map.Entry::getKey)
                .orElse(OutcomeType.INTERNAL);
        return samples.stream()
                .map(SampleResult::outcome)
                .filter(outcome -> outcome.kind() == most)
                .findFirst()
                .orElseGet(() -> new Outcome(
                        OutcomeType.INTERNAL,
                        LocalizedMessage.of("runOutcome.noSample").toString()));
    }
}
