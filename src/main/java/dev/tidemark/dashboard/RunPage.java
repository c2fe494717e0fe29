package dev.tidemark.dashboard;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.history.EvidenceKey;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunConditions;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.schedule.RunsUnderWay;
import dev.tidemark.web.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One run: what came of it in one sentence, its values, and why they are what they are. */
@Named
@RequestScoped
public class RunPage {

    private final RunHistory history;
    private final ProbeCatalog catalog;
    private final RunsUnderWay underWay;

    private String id = "";
    private Run run;
    private Optional<CatalogEntry> entry = Optional.empty();
    private RunConditions conditions;
    private List<SampleResult> samples = List.of();
    private RunStory story;
    private List<EvidenceKey> evidence = List.of();

    protected RunPage() {
        this(null, null, null);
    }

    @Inject
    public RunPage(RunHistory history, ProbeCatalog catalog, RunsUnderWay underWay) {
        this.history = history;
        this.catalog = catalog;
        this.underWay = underWay;
    }

    public void load() {
        Optional<Run> found = parse(id).flatMap(history::find);
        if (found.isEmpty()) {
            NotFound.end();
            return;
        }
        run = found.get();
        entry = catalog.find(run.slot().probe());
        conditions = history.conditions(run.id()).orElse(null);
        samples = history.samples(run.id());
        evidence = history.evidence(run.id());
        story = new RunStory(run, samples, entry.map(CatalogEntry::probe), formFactor());
    }

    public Run getRun() {
        return run;
    }

    public String getProbeName() {
        return entry.map(one -> one.probe().name()).orElse(run.slot().probe().slug());
    }

    public RunConditions getConditions() {
        return conditions;
    }

    public RunStory getStory() {
        return story;
    }

    public List<SampleResult> getSamples() {
        return samples;
    }

    /** The facts of the representative sample, or of the first one. */
    public PageFacts getFacts() {
        return story.facts();
    }

    public boolean isGoingOn() {
        return run.outcome().isEmpty();
    }

    /** Where a run that is under way stands: "sample 2 of 3, loading". */
    public String getProgress() {
        return underWay.stage(run.id())
                .map(stage -> "Sample " + stage.sample() + " of " + stage.ofSamples() + ", " + stage.phase())
                .orElse("Queued");
    }

    public boolean isHarKept() {
        return evidence.stream().anyMatch(key -> key.kind() == dev.tidemark.observation.Evidence.Kind.HAR);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id == null ? "" : id;
    }

    private FormFactor formFactor() {
        return conditions == null ? FormFactor.DESKTOP : conditions.profile().formFactor();
    }

    private static Optional<RunId> parse(String text) {
        try {
            return Optional.of(RunId.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
