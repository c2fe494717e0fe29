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

/** A probe at a location: status, the trend of a metric, and its runs. */
@PageRoute(value = "/probes/{id}", view = "/dashboard/probe.xhtml")
@Named
@RequestScoped
public class ProbePage {

    private static final int RUNS_SHOWN = 30;

    private final ProbeCatalog catalog;
    private final StatusService statusService;
    private final RunHistory history;
    private final TrendView trends;
    private final TimelineCache timelineCache;
    private final RunRowFactory runRows;
    private final Viewer viewer;

    private String id = "";
    private String metric = "";
    private String range = "";
    private String from = "";
    private String to = "";
    private String location = "";
    private List<String> with = List.of();
    private List<ComparisonSeries> series = List.of();
    private CatalogEntry entry;
    private ProbeStatus status;
    private TrendView.TrendCharts trend;
    private TimeRange span;
    private boolean rangeShortened;
    private List<RunRow> runs = List.of();
    private String rangeParameters = "";

    @Inject
    public ProbePage(
            ProbeCatalog catalog,
            StatusService statusService,
            RunHistory history,
            TrendView trends,
            TimelineCache timelineCache,
            RunRowFactory runRows,
            Viewer viewer) {
        this.catalog = catalog;
        this.statusService = statusService;
        this.history = history;
        this.trends = trends;
        this.timelineCache = timelineCache;
        this.runRows = runRows;
        this.viewer = viewer;
    }

    /** A link that changes one parameter of the page. */
    public record Link(LocalizedMessage title, String address, boolean selected) {}

    public void load() {
        Optional<CatalogEntry> found = catalog.findBySlug(id);
        if (found.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        entry = found.get();
        status = statusService.of(entry, selectedLocation());
        String choice = range + from + to;
        String defaultRange = choice.isBlank() ? defaultRange() : range;
        rangeShortened = choice.isBlank() && !defaultRange.equals(TimeRange.DEFAULT);
        span = TimeRange.read(defaultRange, from, to, viewer.times().now(), viewer.zone());
        series = ComparisonSeries.of(getProbe(), selectedLocation(), catalog.all());
        runs = runRows.newest(getProbe(), selectedLocation(), RUNS_SHOWN);
        trend = trends.charts(
                new ChartRequest(
                        getProbe(),
                        selectedLocation(),
                        selectedMetric(),
                        ComparisonSeries.selected(series, with),
                        span,
                        viewer.zone(),
                        viewer.messages()),
                ChartCacheKey.of(runs, timelineCache.of(getProbe(), selectedLocation(), span.interval())));
    }

    /** A new probe's runs would fill only a small part of the default range. */
    private String defaultRange() {
        return history.first(getProbe().id(), selectedLocation())
                .map(first -> TimeRange.shortestSince(first, viewer.times().now()))
                .orElse(TimeRange.DEFAULT);
    }

    /** Whether the default range was shortened to the age of the probe. */
    public boolean isRangeShortened() {
        return rangeShortened;
    }

    public Probe getProbe() {
        return entry.probe();
    }

    public CatalogEntry getEntry() {
        return entry;
    }

    public ProbeStatus getStatus() {
        return status;
    }

    public TrendView.TrendCharts getTrend() {
        return trend;
    }

    /** Why the chart is empty, and where there are values. */
    public EmptyRange getEmptyRange() {
        return new EmptyRange(
                isFirstRunPending()
                        ? Optional.empty()
                        : history.first(getProbe().id(), selectedLocation()),
                !getProbe().enabled(),
                span,
                viewer.times(),
                PageLink.of("/probes/" + id)
                        .with("metric", selectedMetric().code())
                        .with("location", selectedLocation().name()));
    }

    /** Whether no run has ended yet, so that there is nothing to show. */
    private boolean isFirstRunPending() {
        return runs.stream().allMatch(row -> row.run().outcome().isEmpty());
    }

    /** URL of the progress of the first run, which may not exist yet; empty if a run has ended or none is going to start. */
    public String getFirstRunProgress() {
        return isFirstRunPending() && getProbe().enabled()
                ? PageLink.of("/progress/first")
                        .with("probe", id)
                        .with("location", selectedLocation().name())
                        .url()
                : "";
    }

    /** The run in progress; null if there is none. */
    public Run getActiveRun() {
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
                        address(code, range, selectedLocation().name()),
                        code.equals(selectedMetric().code())))
                .toList();
    }

    public List<Link> getRanges() {
        return TimeRange.PRESETS.keySet().stream()
                .map(name -> new Link(
                        LocalizedMessage.verbatim(name),
                        address(
                                selectedMetric().code(),
                                name,
                                selectedLocation().name()),
                        name.equals(span.name())))
                .toList();
    }

    public List<Link> getLocations() {
        return entry.probe().locations().stream()
                .map(one -> new Link(
                        LocalizedMessage.verbatim(one.name()),
                        address(selectedMetric().code(), range, one.name()),
                        one.equals(selectedLocation())))
                .toList();
    }

    /** Links that show or hide other series. */
    public List<ComparisonSeries.SeriesToggle> getSeriesToggles() {
        return ComparisonSeries.toggles(
                series,
                with,
                series -> address(
                        selectedMetric().code(), range, selectedLocation().name(), series));
    }

    /** The URL that selects a metric. */
    public String addressOf(String code) {
        return address(code, range, selectedLocation().name());
    }

    /** The URL of a chart file: chart.svg, chart.png, chart.csv, histogram.svg or histogram.png. */
    public String fileOf(String file, String code) {
        return withRange(PageLink.of("/probes/" + id + "/" + file).with("metric", code))
                .with(
                        "with",
                        file.startsWith("chart") && code.equals(selectedMetric().code()) ? getWith() : "")
                .url();
    }

    /** The URL of the trend in the API. */
    public String getTrendAddress() {
        return PageLink.of("/api/v1/probes/" + id + "/trend")
                .with("metric", selectedMetric().code())
                .with("from", span.from().toString())
                .with("to", span.to().toString())
                .url();
    }

    /** The range and location as URL parameters, for the files of the small charts; computed once for all of them. */
    public String getRangeParameters() {
        if (rangeParameters.isEmpty()) {
            rangeParameters = withRange(PageLink.of("")).url().replaceFirst("^\\?", "&");
        }
        return rangeParameters;
    }

    private PageLink withRange(PageLink file) {
        return file.with("range", span.isCustom() ? "" : span.name())
                .with("from", span.isCustom() ? span.from().toString() : "")
                .with("to", span.isCustom() ? span.to().toString() : "")
                .with("location", selectedLocation().name());
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
                .url();
    }

    private LocationName selectedLocation() {
        return getProbe().location(location);
    }

    private Metric selectedMetric() {
        try {
            return metric.isBlank() ? Metric.LCP : Metric.parse(metric);
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
        return entry == null ? metric : selectedMetric().code();
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
        return entry == null ? location : selectedLocation().name();
    }

    public void setLocation(String location) {
        this.location = location == null ? "" : location;
    }
}
