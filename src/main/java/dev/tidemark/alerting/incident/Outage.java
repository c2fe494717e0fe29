package dev.tidemark.alerting.incident;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import dev.tidemark.storage.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An outage as an e-mail describes it: since when, how many checks and locations fail, and the last success.
 *
 * @param failures since the last success, newest first, with the reported one
 * @param others the last outcome at each other location; empty without a run
 * @param lastGood the last successful run at the location
 */
record Outage(Run reported, List<Run> failures, Map<LocationName, Optional<Outcome>> others, Optional<Run> lastGood) {

    /** A sentence each. */
    List<String> lines() {
        List<LocalizedMessage> lines = new ArrayList<>();
        lines.add(LocalizedMessage.of(
                "incident.outage.since", UtcTimestamp.of(since()), elapsed(since()), failures.size()));
        if (!others.isEmpty()) {
            lines.add(locations());
        }
        lines.add(
                lastGood.map(this::lastSuccess).orElseGet(() -> LocalizedMessage.of("incident.outage.neverSucceeded")));
        return lines.stream().map(LocalizedMessage::toString).toList();
    }

    private LocalizedMessage locations() {
        List<LocationName> failing =
                others.keySet().stream().filter(this::isFailing).toList();
        List<LocationName> succeeding = others.keySet().stream()
                .filter(location -> others.get(location).filter(Outcome::isOk).isPresent())
                .toList();
        LocalizedMessage failed = LocalizedMessage.of(
                "incident.outage.locations",
                failing.size() + 1,
                others.size() + 1,
                names(Stream.concat(Stream.of(reported.slot().location()), failing.stream())));
        return succeeding.isEmpty()
                ? failed
                : LocalizedMessage.sentences(
                        failed, LocalizedMessage.of("incident.outage.succeeding", names(succeeding.stream())));
    }

    private LocalizedMessage lastSuccess(Run run) {
        Instant at = run.slot().plannedAt();
        return Stream.of(Metric.LCP, Metric.TTFB)
                .flatMap(metric -> run.measurements().find(metric).stream())
                .findFirst()
                .map(one -> LocalizedMessage.of(
                        "incident.outage.lastSuccessWithValue",
                        UtcTimestamp.of(at),
                        elapsed(at),
                        one.metric().shortName(),
                        MetricFormat.of(one.metric(), one.value())))
                .orElseGet(() -> LocalizedMessage.of("incident.outage.lastSuccess", UtcTimestamp.of(at), elapsed(at)));
    }

    private boolean isFailing(LocationName location) {
        return others.get(location)
                .filter(one -> one.fault() == FaultOrigin.TARGET)
                .isPresent();
    }

    private Instant since() {
        return failures.get(failures.size() - 1).slot().plannedAt();
    }

    private String elapsed(Instant from) {
        return DurationFormat.elapsed(Duration.between(from, IncidentEntity.end(reported)));
    }

    private static LocalizedMessage names(Stream<LocationName> locations) {
        return LocalizedMessage.list(
                locations.map(one -> LocalizedMessage.verbatim(one.name())).toList());
    }
}
