package dev.tidemark.web.budget;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Reads the uptime of probes. Results are cached for 15 s. */
@ApplicationScoped
public class AvailabilityReader {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST_KEPT = 200;

    private final RunSeries runSeries;
    private final BudgetExplainer explanations;
    private final Clock clock;
    private final TtlCache<TallyKey, Availability> cache;

    @Inject
    public AvailabilityReader(RunSeries runSeries, BudgetExplainer explanations, Clock clock) {
        this.runSeries = runSeries;
        this.explanations = explanations;
        this.clock = clock;
        this.cache = new TtlCache<>(FRESH, MOST_KEPT, clock);
    }

    /** Cache key; the ends of a range are rounded, because ranges move with the clock. */
    private record TallyKey(Probe probe, LocationName location, long from, long to) {
        static TallyKey of(Probe probe, LocationName location, Interval interval) {
            return new TallyKey(
                    probe,
                    location,
                    interval.from().getEpochSecond() / FRESH.toSeconds(),
                    interval.to().getEpochSecond() / FRESH.toSeconds());
        }
    }

    /** The uptime in the interval and over the last 30 days. */
    public Availability of(Probe probe, LocationName location, Interval interval) {
        return cache.get(TallyKey.of(probe, location, interval), () -> count(probe, location, interval));
    }

    private Availability count(Probe probe, LocationName location, Interval interval) {
        Instant now = clock.instant();
        return new Availability(
                uptime(probe, location, interval),
                uptime(probe, location, Interval.before(now, MONTH)),
                explanations.spentBudgets(probe, location, now));
    }

    private Uptime uptime(Probe probe, LocationName location, Interval interval) {
        return new Uptime(interval.length(), runSeries.tally(probe.id(), location, interval));
    }
}
