package dev.tidemark.web.probeform;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalog;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.result.Profile;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.diagnosis.RunReport;
import dev.tidemark.scheduling.dryrun.DryRun;
import dev.tidemark.scheduling.dryrun.DryRuns;
import dev.tidemark.web.support.FieldErrors;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageForbidden;
import dev.tidemark.web.support.PageNotFound;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.SubmittedForm;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form that creates or edits a probe. An invalid form is shown again with its values and errors. */
@PageRoute(value = "/probes/new", view = "/probeform/probe-form.xhtml")
@PageRoute(value = "/probes/{id}/edit", view = "/probeform/probe-form.xhtml")
@Named
@RequestScoped
public class ProbeFormPage extends SubmittedForm {

    private static final String TRY = "try";
    /** The test run whose masked secrets the form refers to. */
    private static final String TRIED = "tried";

    private final ProbeCatalog catalog;
    private final ProbeFormSaver saver;
    private final DryRuns dryRuns;
    private final HttpServletRequest request;
    private final Viewer viewer;
    private Optional<DryRun> dryRun = Optional.empty();
    private Optional<DryRun> tried = Optional.empty();
    private String id = "";
    private Optional<CatalogEntry> entry = Optional.empty();
    private ProbeDraft draft = ProbeDraft.empty();

    @Inject
    public ProbeFormPage(
            ProbeCatalog catalog, ProbeFormSaver saver, DryRuns dryRuns, HttpServletRequest request, Viewer viewer) {
        this.catalog = catalog;
        this.saver = saver;
        this.dryRuns = dryRuns;
        this.request = request;
        this.viewer = viewer;
    }

    public void load() {
        if (request.getRemoteUser() == null) {
            FormResponse.seeOther("/login?to=" + getAddress());
            return;
        }
        if (viewer.isReadOnly()) {
            PageForbidden.respond();
            return;
        }
        entry = catalog.findBySlug(id);
        if (!id.isEmpty() && entry.isEmpty()) {
            PageNotFound.respond();
        } else if (request.getMethod().equals("POST")) {
            tried = Optional.ofNullable(request.getParameter(TRIED)).flatMap(dryRuns::find);
            draft = ProbeDraft.submitted(request::getParameter);
            if (request.getParameter(TRY) == null) {
                save();
            } else {
                startDryRun();
            }
        } else {
            dryRun = Optional.ofNullable(request.getParameter(TRY)).flatMap(dryRuns::find);
            tried = dryRun;
            draft = dryRun.map(one -> ProbeDraft.submitted(one.form()::get).maskedAs(one.probe()))
                    .orElseGet(
                            () -> entry.map(one -> ProbeDraft.of(one.probe())).orElseGet(ProbeDraft::empty))
                    .with(request::getParameter, NextRuns.INPUTS);
        }
    }

    /** The next runs of the schedule in the form. */
    public NextRuns getNextRuns() {
        return NextRuns.of(draft, viewer);
    }

    /** Starts a test run of the submitted definition and shows the form again with the result above it. */
    private void startDryRun() {
        ProbeFormSaver.Result result = saver.check(draft.withDefaultName(), entry, secrets());
        if (result.probe().isEmpty()) {
            reject(FieldErrors.of(result.errors(), new ProbeDraftField(draft)));
            return;
        }
        Map<String, String> form = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        dryRuns.start(result.probe().get(), form)
                .ifPresentOrElse(begun -> FormResponse.seeOther(getAddress() + "?" + TRY + "=" + begun.id()), () -> {
                    reject(FieldErrors.of(List.of(ProbeFormSaver.busyError()), new ProbeDraftField(draft)));
                });
    }

    /** Whose secrets masked values in the form stand for. */
    private List<Probe> secrets() {
        return Stream.concat(tried.map(DryRun::probe).stream(), entry.map(CatalogEntry::probe).stream())
                .toList();
    }

    /** The test run; null if there is none. */
    public DryRun getDryRun() {
        return dryRun.orElse(null);
    }

    /** The ID of the test run whose secrets the form refers to; empty if there is none. */
    public String getTried() {
        return tried.map(one -> one.id().toString()).orElse("");
    }

    /** The report of the test run; null until it has ended. */
    public RunReport getDryRunReport() {
        return dryRun.flatMap(DryRun::report).orElse(null);
    }

    public LocalizedMessage getDryRunProgress() {
        return dryRun.map(dryRuns::progressText).orElse(LocalizedMessage.EMPTY);
    }

    private void save() {
        draft = entry.isEmpty() ? draft.withGeneratedId() : draft;
        ProbeFormSaver.Result result = entry.isEmpty()
                ? saver.create(draft, secrets())
                : saver.change(draft, entry.get(), secrets(), Long.parseLong(getVersion()));
        if (result.probe().isPresent()) {
            FormResponse.seeOther("/probes/" + result.probe().get().id());
        } else {
            reject(FieldErrors.of(result.errors(), new ProbeDraftField(draft)));
        }
    }

    /** The value of an input; empty if there is none. */
    public String value(String input) {
        return draft.value(input);
    }

    public List<LimitRow> getRows() {
        return draft.rowsToShow();
    }

    public boolean isCreating() {
        return id.isEmpty();
    }

    /** The file that defines the probe, so that it cannot be edited here; empty if there is none. */
    public String getFile() {
        return entry.flatMap(CatalogEntry::file).orElse("");
    }

    public LocalizedMessage getTitle() {
        return entry.map(one ->
                        LocalizedMessage.of("probeForm.title.edit", one.probe().name()))
                .orElse(LocalizedMessage.of("probeForm.title.new"));
    }

    public String getAddress() {
        return id.isEmpty() ? "/probes/new" : "/probes/" + id + "/edit";
    }

    /**
     * The version on which the form is based. It is kept in an invalid form, so that concurrent changes are detected.
     */
    public String getVersion() {
        String text = request.getParameter("version");
        return text != null && text.matches("\\d{1,18}")
                ? text
                : entry.map(one -> String.valueOf(one.version())).orElse("");
    }

    public List<String> getProfiles() {
        return NamedProfiles.all().stream().map(Profile::name).toList();
    }

    public List<Metric> getMetrics() {
        return MetricCatalog.all();
    }

    public List<String> getStatistics() {
        return Arrays.stream(Statistic.values()).map(Statistic::label).toList();
    }

    public List<String> getSeverities() {
        return Arrays.stream(Severity.values()).map(Severity::label).toList();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }
}
