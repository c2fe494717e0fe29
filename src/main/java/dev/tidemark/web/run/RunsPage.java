package dev.tidemark.web.run;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Page;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunQuery;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.TimeRange;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lists the runs of a probe, newest first, filtered by outcome, location and time, with paging. The URL contains all
 * filters.
 */
@PageRoute(value = "/probes/{id}/runs", view = "/run/runs.xhtml")
@Named
@RequestScoped
public class RunsPage {

    private static final int PAGE_SIZE = 50;
    private static final Duration MAX_AGE = Duration.ofDays(3_650);

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final RunRowFactory runRows;
    private final Viewer viewer;
    private final HttpServletRequest request;

    private Probe probe;
    private TimeRange span;
    private LocalizedMessage notice = LocalizedMessage.EMPTY;
    private Optional<String> next = Optional.empty();
    private List<RunRow> rows = List.of();

    @Inject
    public RunsPage(
            ProbeCatalog catalog,
            RunHistory history,
            RunRowFactory runRows,
            Viewer viewer,
            HttpServletRequest request) {
        this.catalog = catalog;
        this.history = history;
        this.runRows = runRows;
        this.viewer = viewer;
        this.request = request;
    }

    /** An option of a filter. */
    public record FilterOption(String value, LocalizedMessage title, boolean selected) {}

    public void load() {
        Optional<Probe> found = catalog.findBySlug(parameter("id")).map(CatalogEntry::probe);
        if (found.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        probe = found.get();
        if (!parameter("from").isBlank() || !parameter("to").isBlank()) {
            Instant now = viewer.times().now();
            String from = parameter("from").isBlank() ? now.minus(MAX_AGE).toString() : parameter("from");
            span = TimeRange.read("", from, parameter("to"), now, viewer.zone());
            notice = span.correction();
        }
        Page<Run> page = list();
        next = page.next();
        rows = runRows.of(probe, page.items());
    }

    /** An invalid cursor shows the first page. */
    private Page<Run> list() {
        Optional<String> cursor = Optional.of(parameter("cursor")).filter(text -> !text.isBlank());
        try {
            return history.list(query(cursor));
        } catch (IllegalArgumentException invalid) {
            notice = LocalizedMessage.of("runs.invalidCursor");
            return history.list(query(Optional.empty()));
        }
    }

    private RunQuery query(Optional<String> cursor) {
        return new RunQuery(
                probe.id(),
                Optional.ofNullable(span).map(TimeRange::from),
                Optional.ofNullable(span).map(TimeRange::to),
                selectedOutcome(),
                selectedLocation(),
                PAGE_SIZE,
                cursor);
    }

    public Probe getProbe() {
        return probe;
    }

    public List<RunRow> getRows() {
        return rows;
    }

    /** Which invalid parameters were ignored or corrected; blank if none. */
    public LocalizedMessage getNotice() {
        return notice;
    }

    public List<FilterOption> getOutcomes() {
        return Arrays.stream(OutcomeType.values())
                .map(kind -> new FilterOption(
                        kind.name(),
                        kind.title(),
                        selectedOutcome().filter(kind::equals).isPresent()))
                .toList();
    }

    public List<FilterOption> getLocations() {
        return probe.locations().stream()
                .map(one -> new FilterOption(
                        one.name(),
                        LocalizedMessage.verbatim(one.name()),
                        selectedLocation().filter(one::equals).isPresent()))
                .toList();
    }

    public List<Metric> getMetrics() {
        return TableCells.RUN_COLUMNS;
    }

    /** The URL of the page of older runs; empty if there are none. */
    public String getOlder() {
        return next.map(cursor -> address().with("cursor", cursor).url()).orElse("");
    }

    /** The URL of the first page; empty on that page. */
    public String getNewest() {
        return parameter("cursor").isBlank() ? "" : address().url();
    }

    public boolean isFiltered() {
        return span != null
                || selectedOutcome().isPresent()
                || selectedLocation().isPresent();
    }

    public String getFrom() {
        return parameter("from");
    }

    public String getTo() {
        return parameter("to");
    }

    private PageLink address() {
        return PageLink.of("/probes/" + probe.id() + "/runs")
                .with("outcome", selectedOutcome().map(Enum::name).orElse(""))
                .with("location", selectedLocation().map(LocationName::name).orElse(""))
                .with("from", parameter("from"))
                .with("to", parameter("to"));
    }

    private Optional<OutcomeType> selectedOutcome() {
        return Arrays.stream(OutcomeType.values())
                .filter(kind -> kind.name().equals(parameter("outcome")))
                .findFirst();
    }

    private Optional<LocationName> selectedLocation() {
        return probe.locations().stream()
                .filter(one -> one.name().equals(parameter("location")))
                .findFirst();
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
