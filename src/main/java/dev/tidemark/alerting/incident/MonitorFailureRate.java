package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.OutcomeCount;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs at a location that were lost to monitor failures.
 *
 * @param lost number of lost runs by kind of failure
 * @param runs number of all runs
 * @param unattended why no node executes runs there; empty if one does
 */
record MonitorFailureRate(Map<OutcomeType, Long> lost, long runs, Optional<LocalizedMessage> unattended) {

    /** Fewer can be coincidence: a page that crashes its browser, a restart of a node. */
    private static final long MIN_LOST_RUNS = 3;

    private static final double WARNING_SHARE = 0.05;
    private static final double CRITICAL_SHARE = 0.5;

    static MonitorFailureRate of(Collection<OutcomeCount> counts) {
        Map<OutcomeType, Long> lost = new EnumMap<>(OutcomeType.class);
        long runs = 0;
        for (OutcomeCount one : counts) {
            runs += one.runs();
            if (one.kind().fault() == FaultOrigin.OURS) {
                lost.merge(one.kind(), one.runs(), Long::sum);
            }
        }
        return new MonitorFailureRate(lost, runs, Optional.empty());
    }

    /** The same at a location without a living node. */
    MonitorFailureRate unattended(LocalizedMessage reason) {
        return new MonitorFailureRate(lost, runs, Optional.of(reason));
    }

    ConditionLevel level() {
        if (unattended.isPresent()) {
            return ConditionLevel.CRITICAL;
        }
        long lostRuns = lostRuns();
        if (lostRuns < MIN_LOST_RUNS) {
            return runs == 0 ? ConditionLevel.UNKNOWN : ConditionLevel.GOOD;
        }
        double share = (double) lostRuns / runs;
        return share >= CRITICAL_SHARE
                ? ConditionLevel.CRITICAL
                : share >= WARNING_SHARE ? ConditionLevel.WARNING : ConditionLevel.GOOD;
    }

    /** {@code 12 of 30 runs lost to monitor failures}. */
    String headline() {
        LocalizedMessage rate = lostRuns() == 0
                ? LocalizedMessage.of("incident.self.headline.none")
                : LocalizedMessage.of("incident.self.headline", lostRuns(), runs);
        return unattended.orElse(rate).toString();
    }

    /** A line per kind of failure. */
    List<String> lines() {
        return lost.entrySet().stream()
                .map(one -> LocalizedMessage.of(
                                "incident.self.line", one.getKey().title(), one.getValue())
                        .toString())
                .toList();
    }

    private long lostRuns() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }
}
