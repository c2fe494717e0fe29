package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.reporting.chart.FilmstripChart;
import dev.tidemark.reporting.chart.TimelineChart;
import dev.tidemark.reporting.status.MetricTile;
import dev.tidemark.storage.run.ExpiredDetails;
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
 * The report of a run: a headline, the values with their range over the samples, the breakdown of the load, and a comparison with
 * previous runs.
 *
 * @param frames of the filmstrip, in order; empty without one
 * @param neighbours measurements before and after the run
 * @param expired details that retention has removed
 */
public record RunReport(
        Run run,
        List<SampleResult> samples,
        Optional<Probe> probe,
        Optional<RunConditions> conditions,
        List<FilmstripFrame> frames,
        NeighbourRuns neighbours,
        ExpiredDetails expired) {

    private static final List<Metric> TILES =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB, Metric.INP, Metric.BYTES);
    private static final int MAX_LISTED = 12;

    /** @param spread lowest to highest value of the samples; blank with fewer than two */
    public record Tile(MetricTile metric, LocalizedMessage spread) {}

    /** A report without filmstrip and neighbour runs, as for a test run. */
    public static RunReport withoutHistory(Run run, List<SampleResult> samples, Probe probe, RunConditions conditions) {
        NeighbourRuns none = new NeighbourRuns(Metric.LCP, new double[0], new double[0], new double[0]);
        return new RunReport(
                run, samples, Optional.of(probe), Optional.of(conditions), List.of(), none, ExpiredDetails.NONE);
    }

    public LocalizedMessage getHeadline() {
        return headline().text();
    }

    public String getCssClass() {
        return headline().cssClass();
    }

    public List<Tile> getTiles() {
        return TILES.stream()
                .map(metric -> new Tile(MetricTile.of(run, metric, limits(), formFactor()), spread(metric)))
                .toList();
    }

    /** All further values, by title. */
    public List<MetricTile> getOthers() {
        return run.measurements().stream()
                .filter(one -> !TILES.contains(one.metric())
                        && one.metric().isPlain()
                        && !one.metric().code().startsWith("REQUESTS_")
                        && !one.metric().code().startsWith("BYTES_"))
                .map(one -> MetricTile.of(one, limits(), formFactor()))
                .toList();
    }

    /** Whether the details of the page loads are known: they were measured, and are still retained. */
    public boolean isDetailed() {
        return expired.samples().isEmpty();
    }

    /** Whether it is an HTTP check, which has neither layout shifts nor long tasks nor a console. */
    public boolean isHttp() {
        return probe.map(Probe::target).filter(Target.Http.class::isInstance).isPresent();
    }

    /** Page details of the representative sample, or of the first one. */
    public PageDetails getFacts() {
        int index = run.representative().orElse(0);
        return index < samples.size() ? samples.get(index).page() : PageDetails.none();
    }

    public RedirectPath getRedirects() {
        return new RedirectPath(getFacts());
    }

    /** Null, for EL, without a Largest Contentful Paint. */
    public LcpBreakdown getLcp() {
        return getFacts().lcp().map(LcpBreakdown::new).orElse(null);
    }

    /** Empty for a probe without steps. */
    public List<StepRow> getSteps() {
        return StepRow.of(run, getFacts().steps(), limits(), formFactor());
    }

    /** Empty for a run without a repeat view. */
    public List<ViewRow> getViews() {
        return ViewRow.of(run, limits(), formFactor());
    }

    public List<Metric> getStepColumns() {
        return StepRow.COLUMNS;
    }

    public TransferBreakdown getTraffic() {
        return new TransferBreakdown(getFacts().requests());
    }

    /** The timeline of the load as SVG in the viewer's language; empty when nothing was measured. */
    public String drawTimeline(Messages messages) {
        return timeline().chart().map(chart -> chart.draw(messages)).orElse("");
    }

    /** The same as a standalone file; empty without measurements. */
    public Optional<String> timelineFile() {
        return timeline().chart().map(TimelineChart::file);
    }

    /** The parts of the LCP as a file; empty for a page without one. */
    public Optional<String> lcpFile() {
        return getFacts().lcp().map(LcpBreakdown::new).map(LcpBreakdown::file);
    }

    /** The bytes by type as a file; empty without requests. */
    public Optional<String> bytesFile() {
        return Optional.of(getTraffic())
                .filter(traffic -> !traffic.getRows().isEmpty())
                .map(TransferBreakdown::file);
    }

    /** On the axis of the timeline; empty without frames. */
    public List<FilmstripCell> getFilmstrip() {
        return timeline().cells(run.id(), run.representative().orElse(0) + 1, frames);
    }

    /** The filmstrip as a file; empty without frames. @param imageOf the stored image of a frame */
    Optional<String> filmstripFile(Function<FilmstripFrame, Optional<FilmstripChart.Shot>> imageOf) {
        return timeline().filmstrip(frames, imageOf).map(FilmstripChart::file);
    }

    public WaterfallTable getWaterfall() {
        return new WaterfallTable(
                getFacts().requests(), run.measurements(), timeline().end());
    }

    /** Layout shifts, largest first. */
    public List<LayoutShift> getShifts() {
        return getFacts().shifts().stream()
                .sorted(Comparator.comparingDouble(LayoutShift::value).reversed())
                .limit(MAX_LISTED)
                .toList();
    }

    /** Long tasks, longest first. */
    public List<LongTask> getLongTasks() {
        return getFacts().longTasks().stream()
                .sorted(Comparator.comparingDouble(LongTask::durationMillis).reversed())
                .limit(MAX_LISTED)
                .toList();
    }

    public List<SampleRow> getSampleRows() {
        return IntStream.range(0, samples.size())
                .mapToObj(n -> new SampleRow(
                        n + 1,
                        samples.get(n),
                        run.representative().isPresent() && run.representative().getAsInt() == n,
                        limits(),
                        formFactor()))
                .toList();
    }

    public List<Metric> getSampleMetrics() {
        return SampleRow.METRICS;
    }

    /** Whether the value is normal, a single spike or persistent; blank for a run without values. */
    public LocalizedMessage getSpike() {
        return spike().map(SpikeAssessment::text).orElse(LocalizedMessage.EMPTY);
    }

    /** Whether there is a previous run with values in the last month. */
    public boolean isPreceded() {
        return neighbours.before().length > 0;
    }

    public boolean isBaselineKnown() {
        return neighbours.before().length >= SpikeAssessment.MIN_RUNS;
    }

    public String getSpikeRating() {
        return spike().map(SpikeAssessment::rating).orElse("none");
    }

    public List<Attribution.Contributor> getAttribution() {
        return new Attribution(
                        getFacts(),
                        samples,
                        conditions.map(RunConditions::cpuBenchmark).orElse(0.0),
                        neighbours.benchmarks())
                .all();
    }

    /** Formats a time of the load. */
    public String millis(double value) {
        return MetricFormat.of(Unit.MILLISECONDS, value);
    }

    public String ratio(double value) {
        return MetricFormat.of(Unit.RATIO, value);
    }

    /** The CPU benchmark of the host, without a unit: higher is faster. */
    public String getBenchmark() {
        return conditions
                .filter(one -> one.cpuBenchmark() > 0)
                .map(one -> String.format(Locale.ROOT, one.cpuBenchmark() < 100 ? "%.2f" : "%,.0f", one.cpuBenchmark()))
                .orElse("");
    }

    private Optional<SpikeAssessment> spike() {
        return run.measurements()
                .find(neighbours.metric())
                .map(one -> new SpikeAssessment(
                        one.metric(),
                        one.value(),
                        neighbours.before(),
                        neighbours.after(),
                        values(neighbours.metric())));
    }

    private RunHeadline headline() {
        return new RunHeadline(run, limits(), Optional.ofNullable(getLcp()));
    }

    private LoadTimeline timeline() {
        return new LoadTimeline(run.measurements(), getFacts());
    }

    private List<Limit> limits() {
        return probe.map(Probe::budgets).orElse(List.of());
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

    /** Values of the good samples, lowest first. */
    private double[] values(Metric metric) {
        return samples.stream()
                .filter(SampleResult::isGood)
                .flatMap(sample -> sample.measurements().find(metric).stream())
                .mapToDouble(Measurement::value)
                .sorted()
                .toArray();
    }
}
