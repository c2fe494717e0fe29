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
import dev.tidemark.storage.marker.Markers;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Compares two runs or two periods. The earlier one is always the baseline, in whichever order they were selected. */
@PageRoute(value = "/compare", view = "/comparison/compare.xhtml")
@Named
@RequestScoped
public class ComparePage {

    private static final int MAX_EVENTS = 8;

    private final ComparisonRequestReader requestReader;
    private final RunSides runSides;
    private final PeriodSides periodSides;
    private final ProbeCatalog catalog;
    private final ProbeTimeline timeline;
    private final Viewer viewer;
    private final HttpServletRequest request;
    private CompareQuery query;
    private ComparisonRequest comparison = new InvalidComparison(LocalizedMessage.EMPTY);
    private ComparisonSide before;
    private ComparisonSide after;
    private LoadDiff diff;
    private List<TimelineEvent> between = List.of();

    @Inject
    public ComparePage(
            ComparisonRequestReader requestReader,
            RunSides runSides,
            PeriodSides periodSides,
            ProbeCatalog catalog,
            ProbeTimeline timeline,
            Viewer viewer,
            HttpServletRequest request) {
        this.requestReader = requestReader;
        this.runSides = runSides;
        this.periodSides = periodSides;
        this.catalog = catalog;
        this.timeline = timeline;
        this.viewer = viewer;
        this.request = request;
    }

    public void load() {
        query = new CompareQuery(request, viewer.zone());
        comparison = requestReader.read(query);
        if (comparison instanceof Runs runs) {
            compare(runs);
        } else if (comparison instanceof Periods periods) {
            compare(periods);
        }
    }

    private void compare(Runs runs) {
        before = runSides.side(runs.before(), title(runs.before()));
        after = runSides.side(runs.after(), title(runs.after()));
        diff = LoadDiff.of(
                before.load(), after.load(), runSides.noise(runs.before(), runs.after()), query.metric("explain"));
        between = between(
                runs.after().slot().probe(),
                runs.after().slot().location(),
                new Interval(
                        runs.before().slot().plannedAt(),
                        runs.after().slot().plannedAt().plus(Markers.LATE_ANNOTATION)));
    }

    private void compare(Periods periods) {
        PeriodSides.Values first = periodSides.values(periods, periods.before());
        PeriodSides.Values second = periodSides.values(periods, periods.after());
        before = periodSides.side(first, title(periods.before(), first.runs()), address(periods, periods.before()));
        after = periodSides.side(second, title(periods.after(), second.runs()), address(periods, periods.after()));
        diff = LoadDiff.of(before.load(), after.load(), periodSides.noise(first, second), query.metric("explain"));
        between = between(
                periods.probe(),
                periods.location(),
                new Interval(first.last(), periods.after().to()));
    }

    public boolean isReady() {
        return diff != null;
    }

    public boolean isOfPeriods() {
        return comparison instanceof Periods;
    }

    /** Why the comparison is not possible; blank if it is. */
    public LocalizedMessage getRefusal() {
        return comparison instanceof InvalidComparison invalid ? invalid.reason() : LocalizedMessage.EMPTY;
    }

    public LocalizedMessage getTitle() {
        if (comparison instanceof Periods periods) {
            LocalizedMessage subject =
                    periods.title().isBlank() ? LocalizedMessage.of("compare.heading.periods") : periods.title();
            return LocalizedMessage.of("compare.heading", nameOf(periods.probe()), subject);
        }
        return comparison instanceof Runs runs && !runs.title().isBlank()
                ? LocalizedMessage.of(
                        "compare.heading", nameOf(runs.after().slot().probe()), runs.title())
                : LocalizedMessage.of("compare.heading.runs");
    }

    public LocalizedMessage getVerdict() {
        return ComparisonSummary.of(diff.explainedDelta());
    }

    /** The most likely cause; blank if there is no clear one. */
    public LocalizedMessage getLead() {
        return ComparisonSummary.lead(diff);
    }

    public String getVerdictClass() {
        return switch (diff.explainedDelta().rating()) {
            case "good" -> "note-good";
            case "poor" -> "note-poor";
            default -> "";
        };
    }

    public LoadDiff getDiff() {
        return diff;
    }

    public SideBySideFilmstrip getFilmstrips() {
        return SideBySideFilmstrip.of(before, after).orElse(null);
    }

    public LocalizedMessage getBeforeTitle() {
        return before.title();
    }

    public LocalizedMessage getAfterTitle() {
        return after.title();
    }

    /** Whether the page loads of both sides are known, so that requests and elements can be compared. */
    public boolean isDetailed() {
        return before.hasPages() && after.hasPages();
    }

    /** Why details of a side are missing; empty if both are complete. */
    public List<LocalizedMessage> getMissingDetails() {
        return MissingDetails.of(before, after, viewer.times());
    }

    public String getBeforeAddress() {
        return before.address();
    }

    public String getAfterAddress() {
        return after.address();
    }

    /** Events between the two runs, or from the last run of the earlier period to the end of the later period. */
    public List<TimelineEvent> getBetween() {
        return between;
    }

    /** A link that shows the causes for another metric of the same comparison. */
    public record MetricLink(LocalizedMessage title, String address, boolean selected) {}

    public List<MetricLink> getMetricLinks() {
        String query = request.getAttribute("jakarta.servlet.forward.query_string") instanceof String text ? text : "";
        String rest = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("explain="))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return diff.explainable().stream()
                .map(metric -> new MetricLink(
                        metric.shortName(),
                        "/compare?" + rest + "&explain=" + metric.code() + "#causes",
                        metric.equals(diff.explained())))
                .toList();
    }

    /** Predefined pairs of periods. */
    public List<PeriodPreset> getPresets() {
        return List.of(PeriodPreset.values());
    }

    public List<Probe> getProbes() {
        return catalog.all().stream().map(CatalogEntry::probe).toList();
    }

    /** The value of a request parameter; empty if there is none. */
    public String parameter(String name) {
        return query.text(name);
    }

    /** Cautions about different probes, locations or missing values, which change the meaning of the differences. */
    public List<LocalizedMessage> getCautions() {
        return comparison instanceof Runs runs ? ComparisonSummary.cautions(runs.before(), runs.after()) : List.of();
    }

    private List<TimelineEvent> between(ProbeId probe, LocationName location, Interval interval) {
        return catalog.find(probe).map(CatalogEntry::probe).stream()
                .flatMap(found -> timeline.of(found, location, interval).stream())
                .filter(event -> interval.contains(event.at()))
                .sorted(Comparator.comparing((TimelineEvent one) -> !one.kind().equals("deploy"))
                        .thenComparing(TimelineEvent::at))
                .limit(MAX_EVENTS)
                .toList();
    }

    private LocalizedMessage title(Run run) {
        return LocalizedMessage.list(
                List.of(nameOf(run.slot().probe()), viewer.exact(run.slot().plannedAt())));
    }

    private LocalizedMessage title(Interval period, int runs) {
        return LocalizedMessage.of(
                "compare.side.period",
                viewer.times().dateAndTime(period.from()),
                viewer.times().dateAndTime(period.to()),
                runs);
    }

    private static String address(Periods periods, Interval period) {
        return "/probes/" + periods.probe() + "?location=" + periods.location() + "&from=" + period.from() + "&to="
                + period.to();
    }

    private String nameOf(ProbeId probe) {
        return catalog.find(probe).map(one -> one.probe().name()).orElse(probe.slug());
    }
}
