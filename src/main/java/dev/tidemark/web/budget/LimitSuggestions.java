package dev.tidemark.web.budget;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.timeseries.Point;
import dev.tidemark.storage.timeseries.RunSeries;
import dev.tidemark.storage.timeseries.SeriesKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives suggested limits from the history of a probe. */
@ApplicationScoped
public class LimitSuggestions {

    static final Duration HISTORY = Duration.ofDays(14);
    /** With fewer runs, p90 rests on one or two of them. */
    static final int FEWEST_RUNS = 20;

    private static final int MOST = 20_000;
    private static final List<Metric> METRICS = Stream.of(
                    "LCP",
                    "FCP",
                    "CLS",
                    "INP",
                    "TBT",
                    "TTI",
                    "SI",
                    "TTFB",
                    "LOAD",
                    "SCORE",
                    "BYTES",
                    "BYTES_SCRIPT",
                    "REQUESTS",
                    "DURATION")
            .map(Metric::of)
            .toList();

    private final RunSeries runSeries;
    private final Clock clock;

    @Inject
    public LimitSuggestions(RunSeries runSeries, Clock clock) {
        this.runSeries = runSeries;
        this.clock = clock;
    }

    /** One limit per metric that has enough runs, over all locations. */
    public List<LimitSuggestion> of(Probe probe) {
        Instant now = clock.instant();
        return METRICS.stream()
                .flatMap(metric -> suggestion(probe, metric, now).stream())
                .toList();
    }

    private Optional<LimitSuggestion> suggestion(Probe probe, Metric metric, Instant now) {
        double[] values =
                runSeries.points(new SeriesKey(probe.id(), metric), Interval.before(now, HISTORY), MOST).stream()
                        .mapToDouble(Point::value)
                        .toArray();
        return values.length < FEWEST_RUNS
                ? Optional.empty()
                : Optional.of(LimitSuggestion.of(
                        metric,
                        values,
                        Thresholds.official(metric, probe.profile().formFactor())));
    }
}
