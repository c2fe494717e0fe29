package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.LocationState;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The data of all probes and locations at one instant. States are the recorded ones, so that pages and e-mails agree. */
record StatusSnapshot(
        Map<ProbeLocation, Run> latest,
        Map<ProbeId, Map<LocationName, LocationState>> states,
        Map<ProbeLocation, List<Incident>> open,
        Sparklines sparklines,
        RecentDeploys deploys,
        StatusSources sources,
        Instant now) {

    /** What is read for a single probe. */
    interface StatusSources {
        /** The latest successful run of a probe at a location. */
        Optional<Run> lastGood(ProbeId probe, LocationName location);

        /** The limits that apply to a probe. */
        List<Limit> limits(Probe probe);
    }

    static StatusSnapshot of(
            List<Run> latest,
            Map<ProbeId, Map<LocationName, LocationState>> states,
            List<Incident> open,
            Sparklines sparklines,
            RecentDeploys deploys,
            StatusSources sources,
            Instant now) {
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
                sources,
                now);
    }

    ProbeStatus of(CatalogEntry entry, LocationName location) {
        Probe probe = entry.probe();
        ProbeLocation probeLocation = new ProbeLocation(probe.id(), location);
        Optional<Run> last = Optional.ofNullable(latest.get(probeLocation));
        Optional<LocationState> recorded =
                Optional.ofNullable(states.getOrDefault(probe.id(), Map.of()).get(location));
        List<Limit> limits = sources.limits(probe);
        StatusReason reason = StatusReason.of(
                probe.withLimits(limits),
                recorded.map(LocationState::state),
                open.getOrDefault(probeLocation, List.of()),
                last);
        Sparkline sparkline = sparklines.at(probeLocation);
        return new ProbeStatus(
                entry,
                location,
                reason.state(),
                reason.text(),
                last,
                last.map(run -> LatestValues.of(
                                probe,
                                run,
                                good(run),
                                limits,
                                recorded.map(LocationState::overBudget).orElse(Set.of()),
                                now))
                        .orElse(LatestValues.NONE),
                limits,
                sparkline.chart(Metric.LCP),
                sparkline.change(),
                deploys.of(probe, location));
    }

    private Optional<Run> good(Run last) {
        return last.measurements().isEmpty()
                ? sources.lastGood(last.slot().probe(), last.slot().location())
                : Optional.of(last);
    }
}
