package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.IncidentQuery;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.analysis.budget.BudgetEvaluator;
import dev.tidemark.analysis.trend.SparklineValues;
import dev.tidemark.analysis.trend.Trends;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.storage.marker.MarkerQuery;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Entry point: the current status of all probes, read with few queries and cached for two seconds. */
@ApplicationScoped
public class StatusService {

    private static final Duration MAX_AGE = Duration.ofSeconds(2);
    private static final Duration EARLIER_MAX_AGE = Duration.ofHours(1);
    private static final int MAX_INCIDENTS = 1_000;

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final BudgetEvaluator budgets;
    private final Trends trends;
    private final IncidentReader incidents;
    private final Markers markers;
    private final Clock clock;
    private final TtlCache<Long, CachedStatus> cache;
    private final TtlCache<Instant, List<SparklineValues>> earlierValues;
    private volatile Optional<KnownStatuses> lastKnown = Optional.empty();

    @Inject
    public StatusService(
            ProbeCatalog catalog,
            RunHistory history,
            BudgetEvaluator budgets,
            Trends trends,
            IncidentReader incidents,
            Markers markers,
            Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.budgets = budgets;
        this.trends = trends;
        this.incidents = incidents;
        this.markers = markers;
        this.clock = clock;
        this.cache = new TtlCache<>(MAX_AGE, 1, clock);
        this.earlierValues = new TtlCache<>(EARLIER_MAX_AGE, 1, clock);
    }

    /** Every probe at every location, worst first. */
    public List<ProbeStatus> all() {
        return current().statuses();
    }

    /** What was loaded last, without the database; empty if nothing was loaded since the start of this node. */
    public Optional<KnownStatuses> lastKnown() {
        return lastKnown;
    }

    /** The status of a probe at a location. */
    public ProbeStatus of(CatalogEntry entry, LocationName location) {
        CachedStatus status = current();
        return status.statuses().stream()
                .filter(one -> one.entry().equals(entry) && one.location().equals(location))
                .findFirst()
                .orElseGet(() -> status.snapshot().of(entry, location));
    }

    private final class Sources implements StatusSnapshot.StatusSources {
        @Override
        public Optional<Run> lastGood(ProbeId probe, LocationName location) {
            return history.lastGood(probe, location);
        }

        @Override
        public List<Limit> limits(Probe probe) {
            return budgets.limits(probe);
        }
    }

    private record CachedStatus(StatusSnapshot snapshot, List<ProbeStatus> statuses) {}

    private CachedStatus current() {
        return cache.get(catalog.revision(), this::load);
    }

    private CachedStatus load() {
        Instant now = clock.instant();
        StatusSnapshot snapshot = StatusSnapshot.of(
                history.latest(),
                incidents.states(),
                incidents.list(IncidentQuery.allOpen(MAX_INCIDENTS)).items(),
                sparklines(now),
                new RecentDeploys(markers.list(MarkerQuery.deploys(Interval.before(now, Sparkline.WEEK)))),
                new Sources(),
                now);
        List<ProbeStatus> statuses = catalog.all().stream()
                .flatMap(entry -> entry.probe().locations().stream().map(location -> snapshot.of(entry, location)))
                .sorted(Comparator.comparing(ProbeStatus::state)
                        .thenComparing(ProbeStatus::weight, Comparator.reverseOrder())
                        .thenComparing(one -> one.probe().id()))
                .toList();
        lastKnown = Optional.of(new KnownStatuses(now, statuses));
        return new CachedStatus(snapshot, statuses);
    }

    /** Values older than one step no longer change, so they are read once per step. */
    private Sparklines sparklines(Instant now) {
        Instant boundary = Sparkline.start(now).minus(Sparkline.STEP);
        List<SparklineValues> before = earlierValues.get(
                boundary, () -> lines(new Interval(now.minus(Sparkline.WEEK.multipliedBy(2)), boundary)));
        return Sparklines.of(now, before, lines(new Interval(boundary, now.plus(Sparkline.STEP))));
    }

    private List<SparklineValues> lines(Interval interval) {
        return trends.sparklines(Metric.LCP, interval, Sparkline.STEP);
    }
}
