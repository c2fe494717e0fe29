package dev.tidemark.web.comparison;

import dev.tidemark.analysis.diff.LoadDiff;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.reporting.timeline.ProbeTimeline;
import dev.tidemark.reporting.timeline.TimelineEvent;
import dev.tidemark.storage.run.Run;
import dev.tidemark.web.comparison.ComparisonRequest.InvalidComparison;
import dev.tidemark.web.comparison.ComparisonRequest.Periods;
import dev.tidemark.web.comparison.ComparisonRequest.Runs;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Two runs or two periods held against each other, the later against the earlier, whatever the order in which they were chosen. */
@PageRoute(value = "/compare", view = "/comparison/compare.xhtml")
@Named
@RequestScoped
public class ComparePage {

    private static final int MOST_HAPPENINGS = 8;

    private final ComparisonRequestReader questions;
    private final RunSides runSides;
    private final PeriodSides eraSides;
    private final ProbeCatalog catalog;
    private final ProbeTimeline chronicle;
    private final Viewer viewer;
    private final HttpServletRequest request;
    private CompareQuery asked;
    private ComparisonRequest question = new InvalidComparison(LocalizedMessage.NOTHING);
    private ComparisonSide before;
    private ComparisonSide after;
    private LoadDiff contrast;
    private List<TimelineEvent> between = List.of();

    @Inject
    public ComparePage(
            ComparisonRequestReader questions,
            RunSides runSides,
            PeriodSides eraSides,
            ProbeCatalog catalog,
            ProbeTimeline chronicle,
            Viewer viewer,
            HttpServletRequest request) {
        this.questions = questions;
        this.runSides = runSides;
        this.eraSides = eraSides;
        this.catalog = catalog;
        this.chronicle = chronicle;
        this.viewer = viewer;
        this.request = request;
    }

    public void load() {
        asked = new CompareQuery(request, viewer.zone());
        question = questions.read(asked);
        if (question instanceof Runs runs) {
            compare(runs);
        } else if (question instanceof Periods eras) {
            compare(eras);
        }
    }

    private void compare(Runs runs) {
        before = runSides.side(runs.before(), title(runs.before()));
        after = runSides.side(runs.after(), title(runs.after()));
        contrast = LoadDiff.of(
                before.load(), after.load(), runSides.noise(runs.before(), runs.after()), asked.metric("explain"));
        between = between(
                runs.after().slot().probe(),
                runs.after().slot().location(),
                runs.before().slot().plannedAt(),
                runs.after().slot().plannedAt().plusMillis(1));
    }

    private void compare(Periods eras) {
        PeriodSides.Values first = eraSides.values(eras, eras.before());
        PeriodSides.Values second = eraSides.values(eras, eras.after());
        before = eraSides.side(first, title(eras.before(), first.runs()), address(eras, eras.before()));
        after = eraSides.side(second, title(eras.after(), second.runs()), address(eras, eras.after()));
        contrast = LoadDiff.of(before.load(), after.load(), eraSides.noise(first, second), asked.metric("explain"));
        between = between(
                eras.probe(), eras.location(), first.last(), eras.after().to());
    }

    public boolean isReady() {
        return contrast != null;
    }

    public boolean isOfPeriods() {
        return question instanceof Periods;
    }

    /** Why what was asked for cannot be compared; nothing for no trouble. */
    public LocalizedMessage getTrouble() {
        return question instanceof InvalidComparison nothing ? nothing.trouble() : LocalizedMessage.NOTHING;
    }

    public LocalizedMessage getTitle() {
        if (question instanceof Periods eras) {
            LocalizedMessage what =
                    eras.title().isBlank() ? LocalizedMessage.of("compare.heading.periods") : eras.title();
            return LocalizedMessage.of("compare.heading", nameOf(eras.probe()), what);
        }
        return question instanceof Runs runs && !runs.title().isBlank()
                ? LocalizedMessage.of(
                        "compare.heading", nameOf(runs.after().slot().probe()), runs.title())
                : LocalizedMessage.of("compare.heading.runs");
    }

    public LocalizedMessage getVerdict() {
        return ComparisonSummary.of(contrast.told());
    }

    /** The likeliest cause in a sentence; nothing when nothing is clear. */
    public LocalizedMessage getLead() {
        return ComparisonSummary.lead(contrast);
    }

    public String getTone() {
        return switch (contrast.told().tone()) {
            case "good" -> "note-good";
            case "poor" -> "note-poor";
            default -> "";
        };
    }

    public LoadDiff getContrast() {
        return contrast;
    }

    public SideBySideFilmstrip getFilm() {
        return SideBySideFilmstrip.of(before, after).orElse(null);
    }

    public LocalizedMessage getBeforeTitle() {
        return before.title();
    }

    public LocalizedMessage getAfterTitle() {
        return after.title();
    }

    public String getBeforeAddress() {
        return before.address();
    }

    public String getAfterAddress() {
        return after.address();
    }

    /** What happened between the two runs, or from the last run of the earlier period to the end of the later. */
    public List<TimelineEvent> getBetween() {
        return between;
    }

    /** A metric whose causes can be told; the link keeps what is compared. */
    public record PresetLink(LocalizedMessage title, String address, boolean chosen) {}

    public List<PresetLink> getChoices() {
        String query = request.getAttribute("jakarta.servlet.forward.query_string") instanceof String text ? text : "";
        String rest = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("explain="))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return contrast.explainable().stream()
                .map(metric -> new PresetLink(
                        metric.shortName(),
                        "/compare?" + rest + "&explain=" + metric.code() + "#causes",
                        metric.equals(contrast.explained())))
                .toList();
    }

    /** Pairs of periods to choose from. */
    public List<PeriodPreset> getPresets() {
        return List.of(PeriodPreset.values());
    }

    public List<Probe> getProbes() {
        return catalog.all().stream().map(CatalogEntry::probe).toList();
    }

    /** What was asked for by that name, for forms. */
    public String typed(String name) {
        return asked.text(name);
    }

    /** Different probes, places or failures: said, since their difference means something else. */
    public List<LocalizedMessage> getReservations() {
        return question instanceof Runs runs ? ComparisonSummary.reservations(runs.before(), runs.after()) : List.of();
    }

    private List<TimelineEvent> between(ProbeId probe, LocationName location, Instant from, Instant to) {
        return catalog.find(probe).map(CatalogEntry::probe).stream()
                .flatMap(found -> chronicle.of(found, location, new Interval(from, to)).stream())
                .sorted(Comparator.comparing((TimelineEvent one) -> !one.kind().equals("deploy"))
                        .thenComparing(TimelineEvent::at))
                .limit(MOST_HAPPENINGS)
                .toList();
    }

    private LocalizedMessage title(Run run) {
        return LocalizedMessage.listed(
                List.of(nameOf(run.slot().probe()), viewer.exact(run.slot().plannedAt())));
    }

    private LocalizedMessage title(Interval era, int runs) {
        return LocalizedMessage.of(
                "compare.side.period",
                viewer.times().brief(era.from()),
                viewer.times().brief(era.to()),
                runs);
    }

    private static String address(Periods eras, Interval era) {
        return "/probes/" + eras.probe() + "?location=" + eras.location() + "&from=" + era.from() + "&to=" + era.to();
    }

    private String nameOf(ProbeId probe) {
        return catalog.find(probe).map(one -> one.probe().name()).orElse(probe.slug());
    }
}
