package dev.tidemark.prober.browser;

import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Checks of one page with a given number of slots, and their metrics. */
final class SlotSeries implements AutoCloseable {

    final int slots;
    private final BrowserProber prober;
    private final ExecutorService askers;
    private final List<SampleResult> samples = new ArrayList<>();
    private final List<Double> perMinute = new ArrayList<>();

    SlotSeries(int slots, Path data, ProbeProxy proxy) {
        this.slots = slots;
        String chromium = TestBrowser.chromium().toString();
        prober = new BrowserProber(
                new BrowserSettings(chromium, data.toString(), OptionalInt.of(slots), false), proxy, Clock.systemUTC());
        askers = Executors.newFixedThreadPool(slots);
    }

    /** Launches every browser and discards the results. */
    void warmUp(String url) {
        run(url, slots, new ArrayList<>());
    }

    /** Performs checks of one sample each. The first one to finish only starts the timer. */
    void take(String url, int checks) {
        List<Long> ends = new ArrayList<>();
        samples.addAll(run(url, checks, ends));
        long[] inOrder = ends.stream().mapToLong(end -> end).sorted().toArray();
        perMinute.add((checks - 1) * 60e9 / (inOrder[checks - 1] - inOrder[0]));
    }

    private List<SampleResult> run(String url, int checks, List<Long> ends) {
        List<CompletableFuture<SampleResult>> all = IntStream.range(0, checks)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> check(url, ends), askers))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private SampleResult check(String url, List<Long> ends) {
        var run = prober.run(SampleTaker.probe(url), (sample, of, phase) -> {});
        synchronized (ends) {
            ends.add(System.nanoTime());
        }
        return run.samples().get(0);
    }

    int count() {
        return samples.size();
    }

    long noisy() {
        return samples.stream()
                .filter(one -> one.warnings().contains(SampleWarning.NOISY))
                .count();
    }

    double median(Metric metric) {
        return Statistic.MEDIAN.of(values(metric));
    }

    /** Standard deviation divided by the mean. */
    double variation(Metric metric) {
        double[] values = values(metric);
        double mean = Statistic.MEAN.of(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1)) / mean;
    }

    double checksPerMinute() {
        return Statistic.MEDIAN.of(perMinute.stream().mapToDouble(rate -> rate).toArray());
    }

    private double[] values(Metric metric) {
        return samples.stream()
                .flatMap(one -> one.measurements().find(metric).stream())
                .mapToDouble(one -> one.value())
                .toArray();
    }

    @Override
    public void close() {
        askers.shutdownNow();
        prober.shutDown();
    }
}
