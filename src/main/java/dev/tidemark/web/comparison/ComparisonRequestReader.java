package dev.tidemark.web.comparison;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.marker.Marker;
import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.web.comparison.ComparisonRequest.InvalidComparison;
import dev.tidemark.web.comparison.ComparisonRequest.Periods;
import dev.tidemark.web.comparison.ComparisonRequest.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the parameters of a comparison: two runs, a run and the previous or a typical one, two points of a chart, two
 * periods, before and after an instant, or a preset.
 */
@ApplicationScoped
public class ComparisonRequestReader {

    private static final Duration AROUND = Duration.ofDays(7);
    /** Deploys within this time are taken as one, such as a deploy and its immediate fix. */
    private static final Duration SAME_DEPLOY = Duration.ofMinutes(30);

    private final RunHistory history;
    private final NearestRun nearest;
    private final PrecedingRuns precedingRuns;
    private final ProbeCatalog catalog;
    private final Markers markers;
    private final Clock clock;

    @Inject
    public ComparisonRequestReader(
            RunHistory history,
            NearestRun nearest,
            PrecedingRuns precedingRuns,
            ProbeCatalog catalog,
            Markers markers,
            Clock clock) {
        this.history = history;
        this.nearest = nearest;
        this.precedingRuns = precedingRuns;
        this.catalog = catalog;
        this.markers = markers;
        this.clock = clock;
    }

    ComparisonRequest read(CompareQuery query) {
        Optional<Interval> a = query.period("a");
        Optional<Interval> b = query.period("b");
        if (a.isPresent() && b.isPresent()) {
            boolean inOrder = !b.get().from().isBefore(a.get().from());
            return periods(query, inOrder ? a.get() : b.get(), inOrder ? b.get() : a.get(), LocalizedMessage.EMPTY);
        }
        if (query.instant("around").isPresent()) {
            return around(query, query.instant("around").get());
        }
        Optional<PeriodPreset> preset = PeriodPreset.of(query.text("last"));
        if (preset.isPresent()) {
            Instant now = clock.instant();
            return periods(
                    query,
                    preset.get().before(now),
                    preset.get().after(now),
                    preset.get().title());
        }
        return runs(query);
    }

    private ComparisonRequest runs(CompareQuery query) {
        List<String> chosen = Stream.concat(
                        query.texts("run", "a", "b").stream(),
                        Stream.of("atA", "atB").flatMap(name -> runAt(query, name).stream()))
                .distinct()
                .toList();
        List<Run> found = chosen.stream()
                .flatMap(text -> parse(text).flatMap(history::find).stream())
                .sorted(Comparator.comparing(run -> run.slot().plannedAt()))
                .toList();
        if (chosen.isEmpty()) {
            return new InvalidComparison(LocalizedMessage.EMPTY);
        }
        if (found.size() < chosen.size()) {
            return new InvalidComparison(LocalizedMessage.of("compare.refused.runMissing"));
        }
        if (chosen.equals(query.texts("run")) && chosen.size() == 1) {
            return withPreceding(found.get(0), query.text("with").equals("usual"));
        }
        return chosen.size() == 2
                ? new Runs(found.get(0), found.get(1), LocalizedMessage.EMPTY)
                : new InvalidComparison(LocalizedMessage.of("compare.refused.notTwoRuns", chosen.size()));
    }

    /** Compares a run with the previous or a typical one. */
    private ComparisonRequest withPreceding(Run run, boolean typical) {
        Optional<ComparisonRequest> found = typical
                ? precedingRuns
                        .typical(run)
                        .map(other -> new Runs(other, run, LocalizedMessage.of("compare.heading.typical")))
                : precedingRuns
                        .last(run)
                        .map(other -> new Runs(other, run, LocalizedMessage.of("compare.heading.previous")));
        return found.orElseGet(() -> new InvalidComparison(
                typical
                        ? LocalizedMessage.of("compare.refused.noBaseline", PrecedingRuns.MIN_RUNS)
                        : LocalizedMessage.of("compare.refused.noPreviousRun")));
    }

    private Optional<String> runAt(CompareQuery query, String name) {
        return query.probe().flatMap(probe -> query.instant(name)
                .flatMap(at -> nearest.find(
                        probe, location(query, probe), query.metric("metric").orElse(Metric.LCP), at))
                .map(RunId::toString));
    }

    private ComparisonRequest periods(CompareQuery query, Interval before, Interval after, LocalizedMessage title) {
        Optional<ProbeId> probe = query.probe().filter(id -> catalog.find(id).isPresent() || history.hasRunsOf(id));
        return probe.isPresent()
                ? new Periods(probe.get(), location(query, probe.get()), before, after, title)
                : new InvalidComparison(LocalizedMessage.of("compare.refused.unknownProbe", query.text("probe")));
    }

    /** The week before and after, shortened by the nearest deploys. A run shortly before the annotation counts as after the deploy. */
    private ComparisonRequest around(CompareQuery query, Instant at) {
        Instant now = clock.instant();
        List<Instant> deploys = query.probe().stream()
                .flatMap(probe ->
                        markers.of(probe, tags(probe), new Interval(at.minus(AROUND), at.plus(AROUND))).stream())
                .filter(marker -> marker.kind() == Marker.Kind.DEPLOY)
                .map(Marker::at)
                .toList();
        Instant from = deploys.stream()
                .filter(one -> one.isBefore(at.minus(SAME_DEPLOY)))
                .max(Comparator.naturalOrder())
                .orElse(at.minus(AROUND));
        Instant to = Stream.concat(
                        deploys.stream().filter(one -> one.isAfter(at.plus(SAME_DEPLOY))),
                        Stream.of(at.plus(AROUND), now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant boundary = at.minus(Markers.LATE_ANNOTATION);
        return to.isAfter(at)
                ? periods(
                        query,
                        new Interval(from, boundary),
                        new Interval(boundary, to),
                        LocalizedMessage.of("compare.heading.around"))
                : new InvalidComparison(LocalizedMessage.of("compare.refused.future"));
    }

    private LocationName location(CompareQuery query, ProbeId probe) {
        return query.location()
                .or(() -> catalog.find(probe)
                        .map(CatalogEntry::probe)
                        .map(Probe::locations)
                        .map(all -> all.get(0)))
                .orElse(LocationName.DEFAULT);
    }

    private List<String> tags(ProbeId probe) {
        return catalog.find(probe).map(one -> one.probe().tags()).orElse(List.of());
    }

    private static Optional<RunId> parse(String text) {
        try {
            return Optional.of(RunId.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
