package dev.tidemark.comparison;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.Contrast;
import dev.tidemark.contrast.Delta;
import dev.tidemark.contrast.Load;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunConditions;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.SampleResult;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two runs held against each other, the later against the earlier, whatever the order in which they were chosen. */
@Named
@RequestScoped
public class ComparePage {

    private final RunHistory history;
    private final ProbeCatalog catalog;
    private final HttpServletRequest request;
    private final NearestRun nearest;
    private List<Run> runs = List.of();
    private Contrast contrast;
    private String trouble = "";

    protected ComparePage() {
        this(null, null, null, null);
    }

    @Inject
    public ComparePage(RunHistory history, ProbeCatalog catalog, HttpServletRequest request, NearestRun nearest) {
        this.history = history;
        this.catalog = catalog;
        this.request = request;
        this.nearest = nearest;
    }

    public void load() {
        Asked asked = new Asked(request, ZoneOffset.UTC);
        List<String> chosen = Stream.concat(
                        asked.texts("run", "a", "b").stream(),
                        Stream.of("atA", "atB").flatMap(name -> at(asked, name).stream()))
                .distinct()
                .toList();
        List<Run> found = chosen.stream()
                .flatMap(text -> parse(text).flatMap(history::find).stream())
                .sorted(Comparator.comparing(run -> run.slot().plannedAt()))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        if (chosen.size() != 2 || found.size() != 2) {
            trouble = found.size() < chosen.size()
                    ? "One of these runs does not exist, or its time is over."
                    : "Two runs are compared, and " + chosen.size() + " were chosen.";
            return;
        }
        runs = found;
        contrast = Contrast.of(side(found.get(0)), side(found.get(1)));
    }

    /** In one sentence what came of it. */
    public String getVerdict() {
        Delta lcp = contrast.lcp();
        if (lcp.before().isEmpty() || lcp.after().isEmpty()) {
            return "LCP was not measured in both runs, so it cannot be compared.";
        }
        String change = ValueText.of(Metric.LCP, Math.abs(lcp.difference()));
        return switch (lcp.certainty()) {
            case BEYOND ->
                "LCP is " + change + (lcp.difference() > 0 ? " slower" : " faster") + ": " + lcp.words() + ".";
            case WITHIN ->
                "No clear difference in LCP (" + lcp.changeText() + "): " + lcp.words()
                        + ". The causes below may be noise.";
            case UNKNOWN ->
                "LCP differs by " + lcp.changeText() + "; whether that is noise is not known: " + lcp.words() + ".";
        };
    }

    public String getTone() {
        return switch (contrast.lcp().tone()) {
            case "good" -> "note-good";
            case "poor" -> "note-poor";
            default -> "";
        };
    }

    public boolean isReady() {
        return contrast != null;
    }

    /** Why what was asked for cannot be compared; empty for no trouble. */
    public String getTrouble() {
        return trouble;
    }

    public Contrast getContrast() {
        return contrast;
    }

    public Run getBefore() {
        return runs.get(0);
    }

    public Run getAfter() {
        return runs.get(1);
    }

    /** Different probes, places or failures: said, since their difference means something else. */
    public List<String> getReservations() {
        return Stream.of(
                        reservation(
                                !getBefore()
                                        .slot()
                                        .probe()
                                        .equals(getAfter().slot().probe()),
                                "These are runs of two different probes."),
                        reservation(
                                !getBefore()
                                        .slot()
                                        .location()
                                        .equals(getAfter().slot().location()),
                                "They were made at two different locations."),
                        reservation(
                                runs.stream().anyMatch(run -> run.measurements().isEmpty()),
                                "One of them has no values: it failed, or is not over yet."))
                .flatMap(Optional::stream)
                .toList();
    }

    public String nameOf(Run run) {
        return catalog.find(run.slot().probe())
                .map(CatalogEntry::probe)
                .map(probe -> probe.name())
                .orElse(run.slot().probe().slug());
    }

    private Optional<String> at(Asked asked, String name) {
        return asked.probe().flatMap(probe -> asked.instant(name)
                .flatMap(at -> nearest.find(
                        probe,
                        asked.location().orElse(LocationName.DEFAULT),
                        asked.metric("metric").orElse(Metric.LCP),
                        at))
                .map(RunId::toString));
    }

    private static Optional<String> reservation(boolean holds, String words) {
        return holds ? Optional.of(words) : Optional.empty();
    }

    private Load side(Run run) {
        List<SampleResult> samples = history.samples(run.id());
        Optional<RunConditions> conditions = history.conditions(run.id());
        int index = run.representative().orElse(0);
        return new Load(
                run.measurements(),
                samples.stream().filter(SampleResult::isGood).toList(),
                index < samples.size() ? samples.get(index).page() : PageFacts.none(),
                run.engine().map(engine -> engine.browser()).orElse(""),
                conditions.map(RunConditions::profile),
                conditions.map(RunConditions::cpuBenchmark).orElse(0.0));
    }

    private static Optional<RunId> parse(String text) {
        try {
            return Optional.of(RunId.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
