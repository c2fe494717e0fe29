package dev.tidemark.editing;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.definition.Profiles;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.MetricCatalogue;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Profile;
import dev.tidemark.probe.Severity;
import dev.tidemark.story.RunStory;
import dev.tidemark.trial.Trial;
import dev.tidemark.trial.Trials;
import dev.tidemark.web.FieldFaults;
import dev.tidemark.web.Forbidden;
import dev.tidemark.web.NotFound;
import dev.tidemark.web.PageAnswer;
import dev.tidemark.web.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A new probe, or one that is edited. A form with faults comes back as it was typed. */
@Named
@RequestScoped
public class ProbeFormPage {

    private static final String TRY = "try";

    private final ProbeCatalog catalog;
    private final Saving saving;
    private final Trials trials;
    private final HttpServletRequest request;
    private final Viewer viewer;
    private Optional<Trial> trial = Optional.empty();
    private String id = "";
    private Optional<CatalogEntry> entry = Optional.empty();
    private Draft draft = Draft.empty();
    private FieldFaults faults = FieldFaults.none();

    protected ProbeFormPage() {
        this(null, null, null, null, null);
    }

    @Inject
    public ProbeFormPage(
            ProbeCatalog catalog, Saving saving, Trials trials, HttpServletRequest request, Viewer viewer) {
        this.catalog = catalog;
        this.saving = saving;
        this.trials = trials;
        this.request = request;
        this.viewer = viewer;
    }

    public void load() {
        if (request.getRemoteUser() == null) {
            PageAnswer.seeOther("/login?to=" + getAddress());
            return;
        }
        if (viewer.isReader()) {
            Forbidden.end();
            return;
        }
        entry = Optional.of(id).filter(ProbeId::isValid).flatMap(slug -> catalog.find(new ProbeId(slug)));
        if (!id.isEmpty() && entry.isEmpty()) {
            NotFound.end();
        } else if (request.getMethod().equals("POST")) {
            draft = Draft.typed(request::getParameter);
            if (request.getParameter(TRY) == null) {
                save();
            } else {
                tryOut();
            }
        } else {
            trial = Optional.ofNullable(request.getParameter(TRY)).flatMap(trials::find);
            draft = trial.map(one -> Draft.typed(one.form()::get))
                    .orElseGet(() -> entry.map(one -> Draft.of(one.probe())).orElseGet(Draft::empty));
        }
    }

    /** Measures what is typed, and comes back to the form as it was typed, with the try on top. */
    private void tryOut() {
        Saving.Result result = saving.check(draft.nameless(), entry);
        if (result.probe().isEmpty()) {
            faults = FieldFaults.of(result.faults(), new DraftInput(draft));
            PageAnswer.unprocessable();
            return;
        }
        Map<String, String> form = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        trials.start(result.probe().get(), form)
                .ifPresentOrElse(begun -> PageAnswer.seeOther(getAddress() + "?" + TRY + "=" + begun.id()), () -> {
                    faults = FieldFaults.of(List.of(Saving.busy()), new DraftInput(draft));
                    PageAnswer.unprocessable();
                });
    }

    /** Null, as views want it, when nothing is tried. */
    public Trial getTrial() {
        return trial.orElse(null);
    }

    /** Null, as views want it, until the try is over. */
    public RunStory getTried() {
        return trial.flatMap(Trial::story).orElse(null);
    }

    public String getTrying() {
        return trial.map(trials::words).orElse("");
    }

    private void save() {
        draft = entry.isEmpty() ? draft.named() : draft;
        Saving.Result result = entry.isEmpty()
                ? saving.create(draft)
                : saving.change(draft, entry.get(), Long.parseLong(getVersion()));
        if (result.probe().isPresent()) {
            PageAnswer.seeOther("/probes/" + result.probe().get().id());
        } else {
            faults = FieldFaults.of(result.faults(), new DraftInput(draft));
            PageAnswer.unprocessable();
        }
    }

    /** What was typed into an input. */
    public String value(String input) {
        return draft.value(input);
    }

    /** What is wrong with it; empty for nothing. */
    public String fault(String input) {
        return faults.at(input);
    }

    public List<FieldFaults.Wrong> getFaults() {
        return faults.all();
    }

    public List<BudgetRow> getRows() {
        return draft.rowsToShow();
    }

    public boolean isFresh() {
        return id.isEmpty();
    }

    /** The file that defines it, so that it cannot be edited here; empty for none. */
    public String getFile() {
        return entry.flatMap(CatalogEntry::file).orElse("");
    }

    public String getTitle() {
        return entry.map(one -> "Edit " + one.probe().name()).orElse("New probe");
    }

    public String getAddress() {
        return id.isEmpty() ? "/probes/new" : "/probes/" + id + "/edit";
    }

    /** The version that the form was made of: after a fault still that one, so that no other change is lost. */
    public String getVersion() {
        String typed = request.getParameter("version");
        return typed != null && typed.matches("\\d{1,18}")
                ? typed
                : entry.map(one -> String.valueOf(one.version())).orElse("");
    }

    public List<String> getProfiles() {
        return Profiles.all().stream().map(Profile::name).toList();
    }

    public List<Metric> getMetrics() {
        return MetricCatalogue.all();
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
