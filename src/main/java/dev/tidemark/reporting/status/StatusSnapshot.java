package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.LocationState;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The data of all probes and locations at one instant. States are the recorded ones, so that pages and e-mails agree. */
record StatusSnapshot(
        Map<ProbeLocation, Run> latest,
        Map<ProbeId, Map<LocationName, LocationState>> states,
        Map<ProbeLocation, List<Incident>> open,
        Sparklines sparklines,
        RecentDeploys deploys,
        LastRuns lastRuns) {

    /** The number of runs in which the latest values of a failing probe are searched. */
    private static final int MAX_RUNS_BACK = 10;

    /** The latest completed runs of a probe at a location, newest first. */
    interface LastRuns {
        List<Run> last(ProbeId probe, LocationName location, int limit);
    }

    static StatusSnapshot of(
            List<Run> latest,
            Map<ProbeId, Map<LocationName, LocationState>> states,
            List<Incident> open,
            Sparklines sparklines,
            RecentDeploys deploys,
            LastRuns lastRuns) {
        return new StatusSnapshot(
                latest.stream()
                        .collect(Collectors.toMap(
                                run -> new ProbeLocation(
                                        run.slot().probe(), run.slot().location()),
                                Function.identity())),
                states,
                open.stream().collect(Collectors.groupingBy(one -> new ProbeLocation(one.probe(), one.location()))),
                sparklines,
                deploys,
                lastRuns);
    }

    ProbeStatus of(CatalogEntry entry, LocationName location) {
        Probe probe = entry.probe();
        ProbeLocation probeLocation = new ProbeLocation(probe.id(), location);
        Optional<Run> last = Optional.ofNullable(latest.get(probeLocation));
        Optional<Run> good = last.flatMap(this::good);
        StatusReason reason = StatusReason.of(
                probe,
                Optional.ofNullable(states.getOrDefault(probe.id(), Map.of()).get(location))
                        .map(LocationState::state),
                open.getOrDefault(probeLocation, List.of()),
                last);
        Sparkline sparkline = sparklines.at(probeLocation);
        return new ProbeStatus(
                entry,
                location,
                reason.state(),
                reason.text(),
                last,
                good.map(run -> vitals(run, probe.profile().formFactor())).orElse(List.of()),
                good.map(StatusSnapshot::weight).orElse(0.0),
                sparkline.chart(Metric.LCP),
                sparkline.change(),
                deploys.of(probe, location));
    }

    private Optional<Run> good(Run last) {
        return last.measurements().isEmpty()
                ? lastRuns.last(last.slot().probe(), last.slot().location(), MAX_RUNS_BACK).stream()
                        .filter(run -> !run.measurements().isEmpty())
                        .findFirst()
                : Optional.of(last);
    }

    /** The five metrics of the overview: INP for probes with interactions, else TBT, its lab proxy. */
    private static List<MetricTile> vitals(Run run, FormFactor formFactor) {
        Metric responsiveness = run.measurements().find(Metric.INP).isPresent() ? Metric.INP : Metric.TBT;
        return List.of(Metric.LCP, responsiveness, Metric.CLS, Metric.FCP, Metric.TTI).stream()
                .map(metric -> MetricTile.of(run, metric, formFactor))
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
