package dev.tidemark.story;

import dev.tidemark.chart.Filmstrip;
import dev.tidemark.chart.TimeStrip;
import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Frame;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunConditions;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Unit;
import dev.tidemark.observation.LayoutShift;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.probe.Probe;
import dev.tidemark.standing.Vital;
import dev.tidemark.wording.Said;
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
public record RunStory(
        Run run,
        List<SampleResult> samples,
        Optional<Probe> probe,
        Optional<RunConditions> conditions,
        List<Frame> frames,
        Surroundings surroundings) {

    private static final List<Metric> TILES =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB, Metric.INP, Metric.BYTES);
    private static final int MOST_LISTED = 12;

    /** @param spread lowest to highest over the samples, or that they agree; nothing for less than two */
    public record Tile(Vital vital, Said spread) {}

    /** A run that stands alone: nothing was filmed, nothing is known of what was around it. */
    public static RunStory alone(Run run, List<SampleResult> samples, Probe probe, RunConditions conditions) {
        Surroundings none = new Surroundings(Metric.LCP, new double[0], new double[0], new double[0]);
        return new RunStory(run, samples, Optional.of(probe), Optional.of(conditions), List.of(), none);
    }

    public Said getVerdict() {
        return headline().text();
    }

    public String getTone() {
        return headline().tone();
    }

    public List<Tile> getTiles() {
        return TILES.stream()
                .map(metric -> new Tile(Vital.of(run, metric, formFactor()), spread(metric)))
                .toList();
    }

    /** All further values, by title. */
    public List<Vital> getOthers() {
        return run.measurements().stream()
                .filter(one -> !TILES.contains(one.metric())
                        && one.metric().isPlain()
                        && !one.metric().code().startsWith("REQUESTS_")
                        && !one.metric().code().startsWith("BYTES_"))
                .map(one -> Vital.of(one, formFactor()))
                .toList();
    }

    /** Of the representative sample, or of the first one. */
    public PageFacts getFacts() {
        int index = run.representative().orElse(0);
        return index < samples.size() ? samples.get(index).page() : PageFacts.none();
    }

    /** Null, as views want it, for a page without a largest contentful paint. */
    public LcpStory getLcp() {
        return getFacts().lcp().map(LcpStory::new).orElse(null);
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

    public Traffic getTraffic() {
        return new Traffic(getFacts().requests());
    }

    /** The load on a time axis as SVG; empty when nothing was measured. */
    public String getStrip() {
        return axis().strip().map(TimeStrip::draw).orElse("");
    }

    /** The same as a file on its own; empty when nothing was measured. */
    public Optional<String> stripFile() {
        return axis().strip().map(TimeStrip::file);
    }

    /** The parts of the LCP as a file; empty for a page without one. */
    public Optional<String> lcpFile() {
        return getFacts().lcp().map(LcpStory::new).map(LcpStory::file);
    }

    /** The bytes by type as a file; empty when nothing was asked for. */
    public Optional<String> bytesFile() {
        return Optional.of(getTraffic())
                .filter(traffic -> !traffic.getRows().isEmpty())
                .map(Traffic::file);
    }

    /** On the same axis as the strip; empty when nothing was filmed. */
    public List<FilmCell> getFilm() {
        return axis().film(run.id(), run.representative().orElse(0) + 1, frames);
    }

    /** The film as a file; empty when nothing was filmed. @param pictures of frames that are still kept */
    Optional<String> filmFile(Function<Frame, Optional<Filmstrip.Shot>> pictures) {
        return axis().filmstrip(frames, pictures).map(Filmstrip::file);
    }

    public Waterfall getWaterfall() {
        return new Waterfall(getFacts().requests(), run.measurements(), axis().end());
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
    public Said getSpike() {
        return spike().map(Spike::text).orElse(Said.NOTHING);
    }

    /** Whether any run with values came before it, of the last month. */
    public boolean isPreceded() {
        return surroundings.before().length > 0;
    }

    public boolean isUsualKnown() {
        return surroundings.before().length >= Spike.ENOUGH;
    }

    public String getSpikeRating() {
        return spike().map(Spike::tone).orElse("none");
    }

    public List<Suspects.Suspect> getSuspects() {
        return new Suspects(
                        getFacts(),
                        samples,
                        conditions.map(RunConditions::cpuBenchmark).orElse(0.0),
                        surroundings.benchmarks())
                .all();
    }

    /** For views: a time of the load as people read it. */
    public String millis(double value) {
        return ValueText.of(Unit.MILLISECONDS, value);
    }

    public String ratio(double value) {
        return ValueText.of(Unit.RATIO, value);
    }

    /** How fast the machine was, as a number without a unit: more is faster. */
    public String getBenchmark() {
        return conditions
                .filter(one -> one.cpuBenchmark() > 0)
                .map(one -> String.format(Locale.ROOT, one.cpuBenchmark() < 100 ? "%.2f" : "%,.0f", one.cpuBenchmark()))
                .orElse("");
    }

    private Optional<Spike> spike() {
        return run.measurements()
                .find(surroundings.metric())
                .map(one -> new Spike(
                        one.metric(),
                        one.value(),
                        surroundings.before(),
                        surroundings.after(),
                        values(surroundings.metric())));
    }

    private Headline headline() {
        return new Headline(run, probe.map(Probe::budgets).orElse(List.of()), Optional.ofNullable(getLcp()));
    }

    private LoadAxis axis() {
        return new LoadAxis(run.measurements(), getFacts());
    }

    private FormFactor formFactor() {
        return conditions.map(one -> one.profile().formFactor()).orElse(FormFactor.DESKTOP);
    }

    private Said spread(Metric metric) {
        double[] values = values(metric);
        if (values.length < 2) {
            return Said.NOTHING;
        }
        String lowest = ValueText.of(metric, values[0]);
        String highest = ValueText.of(metric, values[values.length - 1]);
        return lowest.equals(highest)
                ? Said.of("run_story.the_same_in_all_samples")
                : Said.of("run_story.lowest_to_highest", lowest, highest);
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
