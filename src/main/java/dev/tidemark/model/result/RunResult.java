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
 * What a run yielded: its samples, the machine's conditions, and one outcome: OK when most samples are OK, else the
 * most frequent outcome of those that are not (the earliest of equals).
 *
 * @param cpuBenchmark a number that grows with the speed of the machine, taken right before the run; 0 when not taken
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

    /** Per metric the median over the good samples; empty when the run is not OK, so that it stays out of trends. */
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

    /** The metrics that no good sample has, each with the first reason given. */
    public List<AbsentMetric> absent() {
        Measurements medians = medians();
        Map<Metric, AbsentMetric> first = new LinkedHashMap<>();
        samples.forEach(sample -> sample.absent().forEach(one -> first.putIfAbsent(one.metric(), one)));
        return first.values().stream()
                .filter(one -> medians.find(one.metric()).isEmpty())
                .toList();
    }

    /** The index of the good sample whose LCP (without one: FCP, load) is nearest to the median; none when none is good. */
    public OptionalInt representative() {
        Measurements medians = medians();
        return IntStream.range(0, samples.size())
                .filter(n -> samples.get(n).isGood())
                .boxed()
                .min(Comparator.comparingDouble(n -> distance(samples.get(n), medians)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The same run with another n-th sample (from 0). */
    public RunResult withSample(int n, SampleResult sample) {
        List<SampleResult> changed = new ArrayList<>(samples);
        changed.set(n, sample);
        return new RunResult(outcome, engine, profile, cpuBenchmark, changed);
    }

    /**
     * Keeps evidence of the representative sample only; in a run without one, of the first that has any.
     *
     * @param ofSample the evidence of the n-th sample (from 0); asked for no more than needed
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
