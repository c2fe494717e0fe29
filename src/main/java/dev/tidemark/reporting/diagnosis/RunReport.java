package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.reporting.chart.FilmstripChart;
import dev.tidemark.reporting.chart.TimelineChart;
import dev.tidemark.reporting.status.MetricTile;
import dev.tidemark.storage.run.FilmstripFrame;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunConditions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tells a run: its verdict in a sentence, its values with the spread over the samples, where the time went, and whether it
 * is usual.
 *
 * @param frames of the film, in order; none when nothing was filmed
 * @param surroundings what was measured around it
 */
public record RunReport(
        Run run,
        List<SampleResult> samples,
        Optional<Probe> probe,
        Optional<RunConditions> conditions,
        List<FilmstripFrame> frames,
        NeighbourRuns surroundings) {

    private static final List<Metric> TILES =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB, Metric.INP, Metric.BYTES);
    private static final int MOST_LISTED = 12;

    /** @param spread lowest to highest over the samples, or that they agree; nothing for less than two */
    public record Tile(MetricTile vital, LocalizedMessage spread) {}

    /** A run that stands alone: nothing was filmed, nothing is known of what was around it. */
    public static RunReport alone(Run run, List<SampleResult> samples, Probe probe, RunConditions conditions) {
        NeighbourRuns none = new NeighbourRuns(Metric.LCP, new double[0], new double[0], new double[0]);
        return new RunReport(run, samples, Optional.of(probe), Optional.of(conditions), List.of(), none);
    }

    public LocalizedMessage getVerdict() {
        return headline().text();
    }

    public String getTone() {
        return headline().tone();
    }

    public List<Tile> getTiles() {
        return TILES.stream()
                .map(metric -> new Tile(MetricTile.of(run, metric, formFactor()), spread(metric)))
                .toList();
    }

    /** All further values, by title. */
    public List<MetricTile> getOthers() {
        return run.measurements().stream()
                .filter(one -> !TILES.contains(one.metric())
                        && one.metric().isPlain()
                        && !one.metric().code().startsWith("REQUESTS_")
                        && !one.metric().code().startsWith("BYTES_"))
                .map(one -> MetricTile.of(one, formFactor()))
                .toList();
    }

    /** Of the representative sample, or of the first one. */
    public PageDetails getFacts() {
        int index = run.representative().orElse(0);
        return index < samples.size() ? samples.get(index).page() : PageDetails.none();
    }

    /** Null, as views want it, for a page without a largest contentful paint. */
    public LcpBreakdown getLcp() {
        return getFacts().lcp().map(LcpBreakdown::new).orElse(null);
    }

    /** None for a page that was only loaded. */
    public List<StepRow> getSteps() {
        return StepRow.of(run, getFacts().steps(), formFactor());
    }

    /** None for a run without a repeat view. */
    public List<ViewRow> getViews() {
        return ViewRow.of(run, formFactor());
    }

    public List<Metric> getStepColumns() {
        return StepRow.COLUMNS;
    }

    public TransferBreakdown getTraffic() {
        return new TransferBreakdown(getFacts().requests());
    }

    /** The timeline of the load as SVG in the viewer's language; empty when nothing was measured. */
    public String strip(Messages phrases) {
        return axis().strip().map(strip -> strip.draw(phrases)).orElse("");
    }

    /** The same as a file on its own; empty when nothing was measured. */
    public Optional<String> stripFile() {
        return axis().strip().map(TimelineChart::file);
    }

    /** The parts of the LCP as a file; empty for a page without one. */
    public Optional<String> lcpFile() {
        return getFacts().lcp().map(LcpBreakdown::new).map(LcpBreakdown::file);
    }

    /** The bytes by type as a file; empty when nothing was asked for. */
    public Optional<String> bytesFile() {
        return Optional.of(getTraffic())
                .filter(traffic -> !traffic.getRows().isEmpty())
                .map(TransferBreakdown::file);
    }

    /** On the same axis as the strip; empty when nothing was filmed. */
    public List<FilmstripCell> getFilm() {
        return axis().film(run.id(), run.representative().orElse(0) + 1, frames);
    }

    /** The film as a file; empty when nothing was filmed. @param pictures of frames that are still kept */
    Optional<String> filmFile(Function<FilmstripFrame, Optional<FilmstripChart.Shot>> pictures) {
        return axis().filmstrip(frames, pictures).map(FilmstripChart::file);
    }

    public WaterfallTable getWaterfall() {
        return new WaterfallTable(getFacts().requests(), run.measurements(), axis().end());
    }

    /** The largest first. */
    public List<LayoutShift> getShifts() {
        return getFacts().shifts().stream()
                .sorted(Comparator.comparingDouble(LayoutShift::value).reversed())
                .limit(MOST_LISTED)
                .toList();
    }

    /** The longest first. */
    public List<LongTask> getLongTasks() {
        return getFacts().longTasks().stream()
                .sorted(Comparator.comparingDouble(LongTask::durationMillis).reversed())
                .limit(MOST_LISTED)
                .toList();
    }

    public List<SampleRow> getSampleRows() {
        return IntStream.range(0, samples.size())
                .mapToObj(n -> new SampleRow(
                        n + 1,
                        samples.get(n),
                        run.representative().isPresent() && run.representative().getAsInt() == n,
                        formFactor()))
                .toList();
    }

    public List<Metric> getSampleMetrics() {
        return SampleRow.METRICS;
    }

    /** Whether it is one spike or stays; nothing for a run without values. */
    public LocalizedMessage getSpike() {
        return spike().map(SpikeAssessment::text).orElse(LocalizedMessage.EMPTY);
    }

    /** Whether any run with values came before it, of the last month. */
    public boolean isPreceded() {
        return surroundings.before().length > 0;
    }

    public boolean isUsualKnown() {
        return surroundings.before().length >= SpikeAssessment.ENOUGH;
    }

    public String getSpikeRating() {
        return spike().map(SpikeAssessment::tone).orElse("none");
    }

    public List<Attribution.Suspect> getSuspects() {
        return new Attribution(
                        getFacts(),
                        samples,
                        conditions.map(RunConditions::cpuBenchmark).orElse(0.0),
                        surroundings.benchmarks())
                .all();
    }

    /** For views: a time of the load as people read it. */
    public String millis(double value) {
        return MetricFormat.of(Unit.MILLISECONDS, value);
    }

    public String ratio(double value) {
        return MetricFormat.of(Unit.RATIO, value);
    }

    /** How fast the machine was, as a number without a unit: more is faster. */
    public String getBenchmark() {
        return conditions
                .filter(one -> one.cpuBenchmark() > 0)
                .map(one -> String.format(Locale.ROOT, one.cpuBenchmark() < 100 ? "%.2f" : "%,.0f", one.cpuBenchmark()))
                .orElse("");
    }

    private Optional<SpikeAssessment> spike() {
        return run.measurements()
                .find(surroundings.metric())
                .map(one -> new SpikeAssessment(
                        one.metric(),
                        one.value(),
                        surroundings.before(),
                        surroundings.after(),
                        values(surroundings.metric())));
    }

    private RunHeadline headline() {
        return new RunHeadline(run, probe.map(Probe::budgets).orElse(List.of()), Optional.ofNullable(getLcp()));
    }

    private LoadTimeline axis() {
        return new LoadTimeline(run.measurements(), getFacts());
    }

    private FormFactor formFactor() {
        return conditions.map(one -> one.profile().formFactor()).orElse(FormFactor.DESKTOP);
    }

    private LocalizedMessage spread(Metric metric) {
        double[] values = values(metric);
        if (values.length < 2) {
            return LocalizedMessage.EMPTY;
        }
        String lowest = MetricFormat.of(metric, values[0]);
        String highest = MetricFormat.of(metric, values[values.length - 1]);
        return lowest.equals(highest)
                ? LocalizedMessage.of("run.tile.sameInAllSamples")
                : LocalizedMessage.of("run.tile.range", lowest, highest);
    }

    /** Of the good samples, lowest first. */
    private double[] values(Metric metric) {
        return samples.stream()
                .filter(SampleResult::isGood)
                .flatMap(sample -> sample.measurements().find(metric).stream())
                .mapToDouble(Measurement::value)
                .sorted()
                .toArray();
    }
}
