package dev.tidemark.standing;

import dev.tidemark.budget.Judge;
import dev.tidemark.budget.Verdict;
import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.measurement.Thresholds;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Probe;
import dev.tidemark.trend.Trends;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The door to how everything stands. Counted at most once every few seconds, whoever asks. */
@ApplicationScoped
public class Standings {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int BACK = 10;

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final Trends trends;
    private final Judge judge;
    private final Clock clock;
    private volatile Board board = new Board(Instant.MIN, -1, List.of());

    private record Board(Instant at, long revision, List<Standing> standings) {}

    protected Standings() {
        this(null, null, null, null, null);
    }

    @Inject
    public Standings(ProbeCatalog catalog, RunHistory history, Trends trends, Judge judge, Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.trends = trends;
        this.judge = judge;
        this.clock = clock;
    }

    /** Every probe at every location, worst first. */
    public List<Standing> all() {
        Instant now = clock.instant();
        long revision = catalog.revision();
        Board known = board;
        if (known.revision() != revision || known.at().plus(FRESH).isBefore(now)) {
            known = new Board(now, revision, count(now));
            board = known;
        }
        return known.standings();
    }

    /** How one probe stands at one location; counted anew. */
    public Standing of(CatalogEntry entry, LocationName location) {
        return stand(entry, location, clock.instant());
    }

    private List<Standing> count(Instant now) {
        return catalog.all().stream()
                .flatMap(entry -> entry.probe().locations().stream().map(location -> stand(entry, location, now)))
                .sorted(Comparator.comparing(Standing::state)
                        .thenComparing(Standing::weight, Comparator.reverseOrder())
                        .thenComparing(one -> one.probe().id()))
                .toList();
    }

    private Standing stand(CatalogEntry entry, LocationName location, Instant now) {
        Probe probe = entry.probe();
        List<Run> recent = history.last(probe.id(), location, BACK);
        Optional<Run> telling = recent.stream().filter(Verdicts::isTelling).findFirst();
        List<Verdict> verdicts = telling.map(run -> judge.judge(probe, run)).orElse(List.of());
        Verdicts sum = Verdicts.of(telling, verdicts);
        Optional<Run> good =
                recent.stream().filter(run -> !run.measurements().isEmpty()).findFirst();
        Course course = new Course(
                trends.series(
                        probe.id(),
                        Optional.of(location),
                        Metric.LCP,
                        Statistic.MEDIAN,
                        now.minus(Course.WEEK.multipliedBy(2)),
                        now,
                        Course.STEP),
                now);
        return new Standing(
                entry,
                location,
                probe.enabled() ? sum.state() : ProbeState.PAUSED,
                probe.enabled() ? sum.reason() : "paused",
                recent.stream().findFirst(),
                good.map(run -> vitals(run, probe.profile().formFactor())).orElse(List.of()),
                good.map(Standings::weight).orElse(0.0),
                course.draw(Metric.LCP),
                course.change());
    }

    /** The five that the overview shows; INP where somebody interacts, else its stand-in of the laboratory, TBT. */
    private static List<Vital> vitals(Run run, FormFactor formFactor) {
        Metric responsiveness = run.measurements().find(Metric.INP).isPresent() ? Metric.INP : Metric.TBT;
        return List.of(Metric.LCP, responsiveness, Metric.CLS, Metric.FCP, Metric.TTI).stream()
                .map(metric -> Vital.of(run, metric, formFactor))
                .toList();
    }

    private static double weight(Run run) {
        double good = Thresholds.official(Metric.LCP, FormFactor.DESKTOP)
                .orElseThrow()
                .good();
        return run.measurements()
                .find(Metric.LCP)
                .map(one -> one.value() / good)
                .orElse(0.0);
    }
}
