package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.FaultOrigin;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.storage.run.OutcomeCount;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many of the runs at a location ended by a fault of ours.
 *
 * @param ours by kind
 * @param runs all of them
 */
record MonitorFailureRate(Map<OutcomeType, Long> ours, long runs) {

    /** Fewer may be chance: a page that kills its browser, a node that was restarted. */
    private static final long FEWEST = 3;

    private static final double SOME = 0.05;
    private static final double HALF = 0.5;

    static MonitorFailureRate of(Collection<OutcomeCount> counts) {
        Map<OutcomeType, Long> ours = new EnumMap<>(OutcomeType.class);
        long runs = 0;
        for (OutcomeCount one : counts) {
            runs += one.runs();
            if (one.kind().fault() == FaultOrigin.OURS) {
                ours.merge(one.kind(), one.runs(), Long::sum);
            }
        }
        return new MonitorFailureRate(ours, runs);
    }

    ConditionLevel assessment() {
        long faults = faults();
        if (faults < FEWEST) {
            return runs == 0 ? ConditionLevel.UNKNOWN : ConditionLevel.GOOD;
        }
        double share = (double) faults / runs;
        return share >= HALF ? ConditionLevel.CRITICAL : share >= SOME ? ConditionLevel.WARNING : ConditionLevel.GOOD;
    }

    /** {@code 12 of 30 runs lost by faults of our own}. */
    String headline() {
        return faults() == 0
                ? "no run lost by faults of our own"
                : faults() + " of " + runs + " runs lost by faults of our own";
    }

    List<String> lines() {
        return ours.entrySet().stream()
                .map(one -> one.getKey().title() + ": " + one.getValue() + " in the last half hour")
                .toList();
    }

    private long faults() {
        return ours.values().stream().mapToLong(Long::longValue).sum();
    }
}
