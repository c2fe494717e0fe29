package dev.tidemark.comparison;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.chronicle.Chronicle;
import dev.tidemark.chronicle.Happening;
import dev.tidemark.comparison.Question.Eras;
import dev.tidemark.comparison.Question.Nothing;
import dev.tidemark.comparison.Question.Runs;
import dev.tidemark.contrast.Contrast;
import dev.tidemark.history.Run;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import dev.tidemark.web.Viewer;
import dev.tidemark.wording.Said;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Two runs or two periods held against each other, the later against the earlier, whatever the order in which they were chosen. */
@Named
@RequestScoped
public class ComparePage {

    private static final int MOST_HAPPENINGS = 8;

    private final QuestionReader questions;
    private final RunSides runSides;
    private final EraSides eraSides;
    private final ProbeCatalog catalog;
    private final Chronicle chronicle;
    private final Viewer viewer;
    private final HttpServletRequest request;
    private Asked asked;
    private Question question = new Nothing(Said.NOTHING);
    private Side before;
    private Side after;
    private Contrast contrast;
    private List<Happening> between = List.of();

    protected ComparePage() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ComparePage(
            QuestionReader questions,
            RunSides runSides,
            EraSides eraSides,
            ProbeCatalog catalog,
            Chronicle chronicle,
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
        asked = new Asked(request, viewer.zone());
        question = questions.read(asked);
        if (question instanceof Runs runs) {
            compare(runs);
        } else if (question instanceof Eras eras) {
            compare(eras);
        }
    }

    private void compare(Runs runs) {
        before = runSides.side(runs.before(), title(runs.before()));
        after = runSides.side(runs.after(), title(runs.after()));
        contrast = Contrast.of(
                before.load(), after.load(), runSides.noise(runs.before(), runs.after()), asked.metric("explain"));
        between = between(
                runs.after().slot().probe(),
                runs.after().slot().location(),
                runs.before().slot().plannedAt(),
                runs.after().slot().plannedAt().plusMillis(1));
    }

    private void compare(Eras eras) {
        EraSides.Values first = eraSides.values(eras, eras.before());
        EraSides.Values second = eraSides.values(eras, eras.after());
        before = eraSides.side(first, title(eras.before(), first.runs()), address(eras, eras.before()));
        after = eraSides.side(second, title(eras.after(), second.runs()), address(eras, eras.after()));
        contrast = Contrast.of(before.load(), after.load(), eraSides.noise(first, second), asked.metric("explain"));
        between = between(
                eras.probe(), eras.location(), first.last(), eras.after().to());
    }

    public boolean isReady() {
        return contrast != null;
    }

    public boolean isOfPeriods() {
        return question instanceof Eras;
    }

    /** Why what was asked for cannot be compared; nothing for no trouble. */
    public Said getTrouble() {
        return question instanceof Nothing nothing ? nothing.trouble() : Said.NOTHING;
    }

    public Said getTitle() {
        if (question instanceof Eras eras) {
            Said what = eras.title().isBlank() ? Said.of("compare_page.two_periods") : eras.title();
            return Said.of("compare_page.of", nameOf(eras.probe()), what);
        }
        return question instanceof Runs runs && !runs.title().isBlank()
                ? Said.of("compare_page.of", nameOf(runs.after().slot().probe()), runs.title())
                : Said.of("compare_page.compare_two_runs");
    }

    public Said getVerdict() {
        return Verdict.of(contrast.told());
    }

    /** The likeliest cause in a sentence; nothing when nothing is clear. */
    public Said getLead() {
        return Verdict.lead(contrast);
    }

    public String getTone() {
        return switch (contrast.told().tone()) {
            case "good" -> "note-good";
            case "poor" -> "note-poor";
            default -> "";
        };
    }

    public Contrast getContrast() {
        return contrast;
    }

    public Film getFilm() {
        return Film.of(before, after).orElse(null);
    }

    public Said getBeforeTitle() {
        return before.title();
    }

    public Said getAfterTitle() {
        return after.title();
    }

    public String getBeforeAddress() {
        return before.address();
    }

    public String getAfterAddress() {
        return after.address();
    }

    /** What happened between the two runs, or from the last run of the earlier period to the end of the later. */
    public List<Happening> getBetween() {
        return between;
    }

    /** A metric whose causes can be told; the link keeps what is compared. */
    public record Choice(String title, String address, boolean chosen) {}

    public List<Choice> getChoices() {
        String query = request.getAttribute("jakarta.servlet.forward.query_string") instanceof String text ? text : "";
        String rest = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("explain="))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return contrast.explainable().stream()
                .map(metric -> new Choice(
                        metric.code(),
                        "/compare?" + rest + "&explain=" + metric.code() + "#causes",
                        metric.equals(contrast.explained())))
                .toList();
    }

    /** Pairs of periods to choose from. */
    public List<Preset> getPresets() {
        return List.of(Preset.values());
    }

    public List<Probe> getProbes() {
        return catalog.all().stream().map(CatalogEntry::probe).toList();
    }

    /** What was asked for by that name, for forms. */
    public String typed(String name) {
        return asked.text(name);
    }

    /** Different probes, places or failures: said, since their difference means something else. */
    public List<Said> getReservations() {
        return question instanceof Runs runs ? Verdict.reservations(runs.before(), runs.after()) : List.of();
    }

    private List<Happening> between(ProbeId probe, LocationName location, Instant from, Instant to) {
        return catalog.find(probe).map(CatalogEntry::probe).stream()
                .flatMap(found -> chronicle.of(found, location, from, to).stream())
                .sorted(Comparator.comparing((Happening one) -> !one.kind().equals("deploy"))
                        .thenComparing(Happening::at))
                .limit(MOST_HAPPENINGS)
                .toList();
    }

    private Said title(Run run) {
        return Said.listed(
                List.of(nameOf(run.slot().probe()), viewer.exact(run.slot().plannedAt())));
    }

    private Said title(Era era, int runs) {
        return Said.of(
                "compare_page.from_to_with_runs",
                viewer.times().brief(era.from()),
                viewer.times().brief(era.to()),
                runs);
    }

    private static String address(Eras eras, Era era) {
        return "/probes/" + eras.probe() + "?location=" + eras.location() + "&from=" + era.from() + "&to=" + era.to();
    }

    private String nameOf(ProbeId probe) {
        return catalog.find(probe).map(one -> one.probe().name()).orElse(probe.slug());
    }
}
