package dev.tidemark.reporting.status;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.storage.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values of a probe at a location that can be shown, and whether they are current.
 *
 * @param tiles LCP, INP or TBT, CLS, FCP, TTI, or what an HTTP check measures; empty if no run has ever had values
 * @param run that they are of
 * @param stale whether they are older than the last run, or the last run is overdue or the probe is paused
 */
public record LatestValues(List<MetricTile> tiles, Optional<Run> run, boolean stale) {

    static final LatestValues NONE = new LatestValues(List.of(), Optional.empty(), false);

    private static final int MAX_TILES = 5;
    private static final Duration GRACE = Duration.ofMinutes(10);

    public LatestValues {
        tiles = List.copyOf(tiles);
    }

    /**
     * @param last the last run
     * @param good the last run with values
     * @param limits that apply to the probe
     * @param overBudget keys of the limits that are recorded as over budget
     */
    static LatestValues of(
            Probe probe, Run last, Optional<Run> good, List<Limit> limits, Set<String> overBudget, Instant now) {
        if (good.isEmpty()) {
            return NONE;
        }
        boolean stale = !good.get().id().equals(last.id()) || !probe.enabled() || isOverdue(probe, last, now);
        FormFactor form = probe.profile().formFactor();
        List<MetricTile> tiles = metrics(probe, good.get()).stream()
                .map(metric -> MetricTile.of(good.get(), metric, limits, form))
                .map(tile -> stale ? tile.stale() : withRecordedVerdicts(tile, limits, overBudget))
                .toList();
        return new LatestValues(tiles, good, stale);
    }

    /** When the run was planned that the values are of; null, for EL, without values. */
    public Instant at() {
        return run.map(one -> one.slot().plannedAt()).orElse(null);
    }

    /** Sorts within a state: the LCP relative to its threshold for "good"; 0 without a current one. */
    double weight() {
        double good = Thresholds.official(Metric.LCP, FormFactor.DESKTOP)
                .orElseThrow()
                .good();
        return run.filter(one -> !stale)
                .flatMap(one -> one.measurements().find(Metric.LCP))
                .map(one -> one.value() / good)
                .orElse(0.0);
    }

    /** A window of runs or a baseline can be over budget while the value of the last run is not. */
    private static MetricTile withRecordedVerdicts(MetricTile tile, List<Limit> limits, Set<String> overBudget) {
        return tile.status().isOver() || !tile.present()
                ? tile
                : limits.stream()
                        .filter(limit -> !limit.isPerRun()
                                && limit.metric().equals(tile.metric())
                                && overBudget.contains(limit.key()))
                        .findFirst()
                        .map(tile::overBudget)
                        .orElse(tile);
    }

    /**
     * The five metrics of the overview: INP for probes with interactions, else TBT, its lab proxy. Of an HTTP check those that it
     * measures.
     */
    private static List<Metric> metrics(Probe probe, Run run) {
        if (probe.target() instanceof Target.Http check) {
            return Stream.concat(
                            Stream.of(Metric.TTFB, Metric.of("DURATION")),
                            check.values().keySet().stream().map(Metric::of))
                    .distinct()
                    .filter(metric -> run.measurements().find(metric).isPresent())
                    .limit(MAX_TILES)
                    .toList();
        }
        Metric responsiveness = run.measurements().find(Metric.INP).isPresent() ? Metric.INP : Metric.TBT;
        return List.of(Metric.LCP, responsiveness, Metric.CLS, Metric.FCP, Metric.TTI);
    }

    private static boolean isOverdue(Probe probe, Run last, Instant now) {
        return probe.cadence() instanceof Cadence.Every every
                && last.slot()
                        .plannedAt()
                        .plus(every.span().multipliedBy(2))
                        .plus(GRACE)
                        .isBefore(now);
    }
}
