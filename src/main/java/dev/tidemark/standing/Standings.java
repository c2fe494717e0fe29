package dev.tidemark.standing;

import dev.tidemark.alert.IncidentQuery;
import dev.tidemark.alert.Incidents;
import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.history.RunHistory;
import dev.tidemark.marker.MarkerQuery;
import dev.tidemark.marker.Markers;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.platform.ShortMemory;
import dev.tidemark.trend.Sparkline;
import dev.tidemark.trend.Trends;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The door to how everything stands: in five questions for all probes, asked at most once every two seconds, whoever looks. */
@ApplicationScoped
public class Standings {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration LONG_AGO_FRESH = Duration.ofHours(1);
    private static final int MOST_INCIDENTS = 1_000;

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final Trends trends;
    private final Incidents incidents;
    private final Markers markers;
    private final Clock clock;
    private final ShortMemory<Long, Board> boards;
    private final ShortMemory<Instant, List<Sparkline>> longAgo;

    protected Standings() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Standings(
            ProbeCatalog catalog,
            RunHistory history,
            Trends trends,
            Incidents incidents,
            Markers markers,
            Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.trends = trends;
        this.incidents = incidents;
        this.markers = markers;
        this.clock = clock;
        this.boards = new ShortMemory<>(FRESH, 1, clock);
        this.longAgo = new ShortMemory<>(LONG_AGO_FRESH, 1, clock);
    }

    /** Every probe at every location, worst first. */
    public List<Standing> all() {
        return board().standings();
    }

    /** How one probe stands at one location. */
    public Standing of(CatalogEntry entry, LocationName location) {
        Board board = board();
        return board.standings().stream()
                .filter(one -> one.entry().equals(entry) && one.location().equals(location))
                .findFirst()
                .orElseGet(() -> board.stands().of(entry, location));
    }

    private record Board(Stands stands, List<Standing> standings) {}

    private Board board() {
        return boards.get(catalog.revision(), this::look);
    }

    private Board look() {
        Instant now = clock.instant();
        Stands stands = Stands.of(
                history.latest(),
                incidents.states(),
                incidents.list(IncidentQuery.openOnes(MOST_INCIDENTS)).items(),
                courses(now),
                new Deploys(markers.list(MarkerQuery.deploys(now.minus(Course.WEEK), now))),
                history::last);
        List<Standing> standings = catalog.all().stream()
                .flatMap(entry -> entry.probe().locations().stream().map(location -> stands.of(entry, location)))
                .sorted(Comparator.comparing(Standing::state)
                        .thenComparing(Standing::weight, Comparator.reverseOrder())
                        .thenComparing(one -> one.probe().id()))
                .toList();
        return new Board(stands, standings);
    }

    /** What lies further back than a step no longer changes, and is read once in a step. */
    private Courses courses(Instant now) {
        Instant border = Course.start(now).minus(Course.STEP);
        List<Sparkline> before = longAgo.get(border, () -> lines(now.minus(Course.WEEK.multipliedBy(2)), border));
        return Courses.of(now, before, lines(border, now.plus(Course.STEP)));
    }

    private List<Sparkline> lines(Instant from, Instant to) {
        return trends.sparklines(Metric.LCP, from, to, Course.STEP);
    }
}
