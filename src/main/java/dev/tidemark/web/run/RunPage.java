package dev.tidemark.web.run;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.diagnosis.RunReport;
import dev.tidemark.reporting.diagnosis.RunReportService;
import dev.tidemark.reporting.diagnosis.WaterfallFilter;
import dev.tidemark.scheduling.quartz.ActiveRuns;
import dev.tidemark.storage.run.ArtifactKey;
import dev.tidemark.storage.run.ExpiredDetails.Expiry;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunConditions;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A run: its outcome, its values, and the diagnosis. */
@PageRoute(value = "/runs/{id}", view = "/run/run.xhtml")
@Named
@RequestScoped
public class RunPage {

    private final RunHistory history;
    private final ProbeCatalog catalog;
    private final ActiveRuns activeRuns;
    private final RunReportService reports;
    private final Viewer viewer;
    private final HttpServletRequest request;

    private String id = "";
    private Run run;
    private Optional<CatalogEntry> entry = Optional.empty();
    private RunReport report;
    private RequestTable requests;
    private List<ArtifactKey> evidence = List.of();

    @Inject
    public RunPage(
            RunHistory history,
            ProbeCatalog catalog,
            ActiveRuns activeRuns,
            RunReportService reports,
            Viewer viewer,
            HttpServletRequest request) {
        this.history = history;
        this.catalog = catalog;
        this.activeRuns = activeRuns;
        this.reports = reports;
        this.viewer = viewer;
        this.request = request;
    }

    public void load() {
        Optional<Run> found = parse(id).flatMap(history::find);
        if (found.isEmpty()) {
            PageNotFound.respond();
            return;
        }
        run = found.get();
        entry = catalog.find(run.slot().probe());
        evidence = history.artifacts(run.id());
        report = reports.create(run, entry.map(CatalogEntry::probe));
        requests = new RequestTable(
                "/runs/" + run.id(),
                report.getWaterfall(),
                new WaterfallFilter(
                        request.getParameter("type"), request.getParameter("party"), request.getParameter("sort")));
    }

    /** What retention has removed, with the setting and the date; empty if nothing. */
    public List<LocalizedMessage> getExpiryNotes() {
        return Stream.of(
                        report.expired()
                                .samples()
                                .map(one -> note("run.expired.samples", "run.expired.samplesEarlier", one)),
                        report.expired()
                                .artifacts()
                                .map(one -> note("run.expired.artifacts", "run.expired.artifactsEarlier", one)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @param earlier the key of the text if the retention period was shorter before */
    private LocalizedMessage note(String key, String earlier, Expiry expiry) {
        String retained = DurationFormat.of(expiry.retained());
        return expiry.until().isAfter(viewer.times().now())
                ? LocalizedMessage.of(earlier, retained, expiry.setting())
                : LocalizedMessage.of(
                        key, retained, expiry.setting(), viewer.times().brief(expiry.until()));
    }

    public Run getRun() {
        return run;
    }

    public String getProbeName() {
        return entry.map(one -> one.probe().name()).orElse(run.slot().probe().slug());
    }

    /** The measurement conditions; null if the run was not measured. */
    public RunConditions getConditions() {
        return report.conditions().orElse(null);
    }

    public RunReport getReport() {
        return report;
    }

    public RequestTable getRequests() {
        return requests;
    }

    public boolean isMeasured() {
        return run.measurements().stream().findAny().isPresent();
    }

    public boolean isActive() {
        return run.outcome().isEmpty();
    }

    /** The progress of an active run: "Sample 2 of 3, loading". */
    public LocalizedMessage getProgress() {
        return activeRuns.progressText(run.id());
    }

    /** The URL of the screenshot; empty if there is none, or retention has removed it. */
    public String getScreenshot() {
        return ScreenshotAddress.of(run.id(), evidence);
    }

    public boolean isHarAvailable() {
        return evidence.stream().anyMatch(key -> key.kind() == Artifact.ArtifactType.HAR);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    private static Optional<RunId> parse(String text) {
        try {
            return Optional.of(RunId.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
