package dev.tidemark.dashboard;

import dev.tidemark.chart.PartsBar;
import dev.tidemark.chart.TimeStrip;
import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LayoutShift;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Probe;
import dev.tidemark.standing.Vital;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a run: its verdict in a sentence, its values with the spread over the samples, and where the time went. */
public final class RunStory {

    private static final List<Metric> TILES =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB, Metric.INP, Metric.BYTES);

    private final Run run;
    private final List<SampleResult> samples;
    private final Optional<Probe> probe;
    private final FormFactor formFactor;

    RunStory(Run run, List<SampleResult> samples, Optional<Probe> probe, FormFactor formFactor) {
        this.run = run;
        this.samples = samples;
        this.probe = probe;
        this.formFactor = formFactor;
    }

    /** @param spread lowest to highest over the samples; empty for less than two */
    public record Tile(Vital vital, String spread) {}

    /** "LCP 1.83 s, within budget; 62 % of it waiting for the server." */
    public String getVerdict() {
        if (run.outcome().isEmpty()) {
            return "This run is not over yet.";
        }
        Outcome outcome = run.outcome().get();
        if (!outcome.isOk()) {
            return switch (outcome.fault()) {
                        case TARGET -> "The page could not be measured: ";
                        case POLICY -> "The page was not visited: ";
                        default -> "Our own trouble, not the page's: ";
                    }
                    + outcome.kind().title()
                    + (outcome.detail().isEmpty() ? "" : ", " + outcome.detail());
        }
        return run.measurements()
                .find(Metric.LCP)
                .map(lcp -> "LCP " + ValueText.of(Metric.LCP, lcp.value()) + ", " + budgetWords() + largestPart())
                .orElse("Nothing contentful was painted.");
    }

    public String getTone() {
        if (run.outcome().filter(Outcome::isOk).isEmpty()) {
            return "note-poor";
        }
        return broken().isEmpty() ? "note-good" : "note-poor";
    }

    public List<Tile> getTiles() {
        return TILES.stream()
                .map(metric -> new Tile(Vital.of(run, metric, formFactor), spread(metric)))
                .toList();
    }

    /** All further values, by title. */
    public List<Vital> getOthers() {
        return run.measurements().stream()
                .filter(one -> !TILES.contains(one.metric())
                        && one.metric().isPlain()
                        && !one.metric().code().startsWith("REQUESTS_")
                        && !one.metric().code().startsWith("BYTES_"))
                .map(one -> Vital.of(one, formFactor))
                .toList();
    }

    public PageFacts facts() {
        int index = run.representative().orElse(0);
        return index < samples.size() ? samples.get(index).page() : PageFacts.none();
    }

    /** The four parts of LCP as a bar; empty without an LCP. */
    public String getLcpParts() {
        return facts().lcp()
                .map(lcp -> new PartsBar("Where the time of the LCP went", parts(lcp)).draw())
                .orElse("");
    }

    public List<PartsBar.Part> getLcpLegend() {
        return facts().lcp().map(RunStory::parts).orElse(List.of());
    }

    /** Bytes by type as a bar. */
    public String getByteParts() {
        return new PartsBar("Transferred bytes by type", getByteLegend()).draw();
    }

    public List<PartsBar.Part> getByteLegend() {
        List<PartsBar.Part> parts = new ArrayList<>();
        int tone = 1;
        for (String type : List.of("DOCUMENT", "SCRIPT", "STYLESHEET", "IMAGE", "FONT", "MEDIA", "OTHER")) {
            Optional<Measurement> bytes = run.measurements().find(Metric.of("BYTES_" + type));
            if (bytes.filter(one -> one.value() > 0).isPresent()) {
                parts.add(new PartsBar.Part(
                        type.toLowerCase(java.util.Locale.ROOT),
                        bytes.get().value(),
                        ValueText.of(Metric.BYTES, bytes.get().value()),
                        tone));
            }
            tone++;
        }
        return parts;
    }

    /** The load on a time axis: paints, shifts, the load event and long tasks. */
    public String getStrip() {
        List<TimeStrip.Moment> moments = Stream.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.TTI, Metric.LOAD)
                .flatMap(metric -> run.measurements().find(metric).stream())
                .map(one -> new TimeStrip.Moment(
                        one.metric().code() + " " + ValueText.of(one.metric(), one.value()),
                        one.metric().equals(Metric.LOAD) ? "load" : "paint",
                        one.value()))
                .toList();
        if (moments.isEmpty()) {
            return "";
        }
        List<TimeStrip.Task> tasks = facts().longTasks().stream()
                .map(task -> new TimeStrip.Task(task.startMillis(), task.durationMillis()))
                .toList();
        return new TimeStrip("The load on its time axis", moments, tasks, end()).draw();
    }

    public List<Waterfall.Row> getWaterfall() {
        return new Waterfall(facts().requests(), run.measurements(), end()).rows();
    }

    public List<LayoutShift> getShifts() {
        return facts().shifts().stream()
                .sorted(Comparator.comparingDouble(LayoutShift::value).reversed())
                .limit(10)
                .toList();
    }

    public List<LongTask> getLongTasks() {
        return facts().longTasks().stream()
                .sorted(Comparator.comparingDouble(LongTask::durationMillis).reversed())
                .limit(10)
                .toList();
    }

    private double end() {
        double last = facts().requests().stream()
                .mapToDouble(request -> request.endMillis())
                .max()
                .orElse(0);
        double latest = Stream.of(Metric.LCP, Metric.TTI, Metric.LOAD)
                .flatMap(metric -> run.measurements().find(metric).stream())
                .mapToDouble(Measurement::value)
                .max()
                .orElse(1_000);
        return Math.max(last, latest) * 1.04;
    }

    private List<Limit> broken() {
        return probe.map(Probe::budgets).orElse(List.of()).stream()
                .filter(limit -> run.measurements()
                        .find(limit.metric())
                        .filter(one -> !limit.bound().allows(one.value()))
                        .isPresent())
                .toList();
    }

    private String budgetWords() {
        if (probe.map(Probe::budgets).orElse(List.of()).isEmpty()) {
            return "no budget set";
        }
        List<Limit> broken = broken();
        return broken.isEmpty()
                ? "within budget"
                : "over budget for "
                        + String.join(
                                ", ",
                                broken.stream()
                                        .map(one -> one.metric().code())
                                        .distinct()
                                        .toList());
    }

    private String largestPart() {
        return facts().lcp()
                .flatMap(lcp -> parts(lcp).stream().max(Comparator.comparingDouble(PartsBar.Part::value)))
                .filter(part -> part.value() > 0)
                .map(part -> "; " + Math.round(100 * part.value() / total()) + " % of it "
                        + part.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }

    private double total() {
        return parts(facts().lcp().orElseThrow()).stream()
                .mapToDouble(PartsBar.Part::value)
                .sum();
    }

    private static List<PartsBar.Part> parts(LcpElement lcp) {
        return List.of(
                part("Waiting for the server", lcp.ttfbMillis(), 1),
                part("Waiting for its load to begin", lcp.loadDelayMillis(), 2),
                part("Loading the element", lcp.loadDurationMillis(), 3),
                part("Waiting to be painted", lcp.renderDelayMillis(), 4));
    }

    private static PartsBar.Part part(String name, double millis, int tone) {
        return new PartsBar.Part(name, millis, ValueText.of(Metric.LCP, millis), tone);
    }

    private String spread(Metric metric) {
        double[] values = samples.stream()
                .filter(SampleResult::isGood)
                .flatMap(sample -> sample.measurements().find(metric).stream())
                .mapToDouble(Measurement::value)
                .sorted()
                .toArray();
        return values.length < 2
                ? ""
                : ValueText.of(metric, values[0]) + " to " + ValueText.of(metric, values[values.length - 1]);
    }
}
