package dev.tidemark.web.dashboard;

import dev.tidemark.analysis.budget.LimitText;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.status.StatusService;
import dev.tidemark.reporting.timeline.TimelineCache;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.web.run.RunRow;
import dev.tidemark.web.run.RunRowFactory;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.TimeRange;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One probe at one location: how it stands, the trend of a chosen metric, and its runs. */
@PageRoute(value = "/probes/{id}", view = "/dashboard/probe.xhtml")
@Named
@RequestScoped
public class ProbePage {

    private static final int RUNS_SHOWN = 30;

    private final ProbeCatalog catalog;
    private final StatusService standings;
    private final RunHistory history;
    private final TrendView trends;
    private final TimelineCache chronicle;
    private final RunRowFactory rows;
    private final Viewer viewer;

    private String id = "";
    private String metric = "";
    private String range = "";
    private String from = "";
    private String to = "";
    private String location = "";
    private List<String> with = List.of();
    private List<ComparisonSeries> companions = List.of();
    private CatalogEntry entry;
    private ProbeStatus standing;
    private TrendView.Shown trend;
    private TimeRange span;
    private boolean young;
    private List<RunRow> runs = List.of();
    private String shownAlso = "";

    @Inject
    public ProbePage(
            ProbeCatalog catalog,
            StatusService standings,
            RunHistory history,
            TrendView trends,
            TimelineCache chronicle,
            RunRowFactory rows,
            Viewer viewer) {
        this.catalog = catalog;
        this.standings = standings;
        this.history = history;
        this.trends = trends;
        this.chronicle = chronicle;
        this.rows = rows;
        this.viewer = viewer;
    }

    /** A link that changes one choice of the page. */
    public record Link(LocalizedMessage title, String address, boolean chosen) {}

    public void load() {
        Optional<CatalogEntry> found = catalog.findBySlug(id);
        if (found.isEmpty()) {
            PageNotFound.end();
            return;
        }
        entry = found.get();
        standing = standings.of(entry, place());
        String choice = range + from + to;
        String usual = choice.isBlank() ? usualRange() : range;
        young = choice.isBlank() && !usual.equals(TimeRange.USUAL);
        span = TimeRange.read(usual, from, to, viewer.times().now(), viewer.zone());
        companions = ComparisonSeries.of(getProbe(), place(), catalog.all());
        runs = rows.newest(getProbe(), place(), RUNS_SHOWN);
        trend = trends.show(
                new ChartRequest(
                        getProbe(),
                        place(),
                        chosen(),
                        ComparisonSeries.chosen(companions, with),
                        span,
                        viewer.zone(),
                        viewer.phrases()),
                ChartCacheKey.of(runs, chronicle.of(getProbe(), place(), span.interval())));
    }

    /** A young probe's first dots would be squeezed into a corner of a week. */
    private String usualRange() {
        return history.first(getProbe().id(), place())
                .map(first -> TimeRange.since(first, viewer.times().now()))
                .orElse(TimeRange.USUAL);
    }

    /** Whether the range was chosen so as to hold all runs and no more. */
    public boolean isYoung() {
        return young;
    }

    public Probe getProbe() {
        return entry.probe();
    }

    public CatalogEntry getEntry() {
        return entry;
    }

    public ProbeStatus getStanding() {
        return standing;
    }

    public TrendView.Shown getTrend() {
        return trend;
    }

    /** Why the chart is empty, and where there are values. */
    public EmptyRange getEmptiness() {
        return new EmptyRange(
                history.first(getProbe().id(), place()),
                span,
                viewer.times(),
                PageLink.of("/probes/" + id).with("metric", chosen().code()).with("location", place().name()));
    }

    /** The newest run while it is not over; null, as views want it, otherwise. */
    public Run getUnderWay() {
        return runs.stream()
                .map(RunRow::run)
                .filter(run -> run.outcome().isEmpty())
                .findFirst()
                .orElse(null);
    }

    public TimeRange getSpan() {
        return span;
    }

    public List<RunRow> getRuns() {
        return runs;
    }

    public LocalizedMessage getCadence() {
        return ScheduleText.of(entry.probe().cadence());
    }

    public List<Link> getMetrics() {
        return ChartedMetrics.of(entry.probe()).stream()
                .map(code -> new Link(
                        Metric.of(code).shortName(),
                        address(code, range, place().name()),
                        code.equals(chosen().code())))
                .toList();
    }

    public List<Link> getRanges() {
        return TimeRange.PRESETS.keySet().stream()
                .map(name -> new Link(
                        LocalizedMessage.verbatim(name),
                        address(chosen().code(), name, place().name()),
                        name.equals(span.name())))
                .toList();
    }

    public List<Link> getLocations() {
        return entry.probe().locations().stream()
                .map(one -> new Link(
                        LocalizedMessage.verbatim(one.name()),
                        address(chosen().code(), range, one.name()),
                        one.equals(place())))
                .toList();
    }

    /** Other locations, and other profiles of the same page. */
    public List<ComparisonSeries.Switch> getSwitches() {
        return ComparisonSeries.switches(
                companions, with, series -> address(chosen().code(), range, place().name(), series));
    }

    /** The tiles' links: a tile chooses its metric. */
    public String addressOf(String code) {
        return address(code, range, place().name());
    }

    /** What is shown of a metric, as a file: chart.svg, chart.png, chart.csv, histogram.svg or histogram.png. */
    public String fileOf(String file, String code) {
        return shown(PageLink.of("/probes/" + id + "/" + file).with("metric", code))
                .with("with", file.startsWith("chart") && code.equals(chosen().code()) ? getWith() : "")
                .text();
    }

    /** The chart's values as the API gives them. */
    public String getTrendAddress() {
        return PageLink.of("/api/v1/probes/" + id + "/trend")
                .with("metric", chosen().code())
                .with("from", span.from().toString())
                .with("to", span.to().toString())
                .text();
    }

    /** What the addresses of the small charts' files have behind their metric, reckoned once for all of them. */
    public String getShownAlso() {
        if (shownAlso.isEmpty()) {
            shownAlso = shown(PageLink.of("")).text().replaceFirst("^\\?", "&");
        }
        return shownAlso;
    }

    private PageLink shown(PageLink file) {
        return file.with("range", span.isCustom() ? "" : span.name())
                .with("from", span.isCustom() ? span.from().toString() : "")
                .with("to", span.isCustom() ? span.to().toString() : "")
                .with("location", place().name());
    }

    /** The limits as text: "LCP ≤ 2.50 s · median, 2 of 3 runs · critical". */
    public List<LocalizedMessage> getLimits() {
        return entry.probe().budgets().stream().map(LimitText::of).toList();
    }

    private String address(String code, String rangeName, String place) {
        return address(code, rangeName, place, with);
    }

    private String address(String code, String rangeName, String place, List<String> series) {
        boolean custom = span != null && span.isCustom() && rangeName.equals(range);
        return PageLink.of("/probes/" + id)
                .with("metric", code)
                .with("range", rangeName)
                .with("from", custom ? from : "")
                .with("to", custom ? to : "")
                .with("location", place)
                .with("with", String.join(" ", series))
                .text();
    }

    private LocationName place() {
        return getProbe().location(location);
    }

    private Metric chosen() {
        try {
            return metric.isBlank() ? Metric.LCP : Metric.of(metric);
        } catch (IllegalArgumentException unknown) {
            return Metric.LCP;
        }
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    public String getMetric() {
        return entry == null ? metric : chosen().code();
    }

    public void setMetric(String metric) {
        this.metric = metric == null ? "" : metric;
    }

    public String getRange() {
        return range;
    }

    public void setRange(String range) {
        this.range = range == null ? "" : range;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from == null ? "" : from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to == null ? "" : to;
    }

    public String getWith() {
        return String.join(" ", with);
    }

    public void setWith(String keys) {
        with = ComparisonSeries.keys(keys);
    }

    public String getLocation() {
        return entry == null ? location : place().name();
    }

    public void setLocation(String location) {
        this.location = location == null ? "" : location;
    }
}
