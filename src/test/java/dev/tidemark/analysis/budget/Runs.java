package dev.tidemark.analysis.budget;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/** Runs of one probe, for tests. */
public final class Runs {

    public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private Runs() {}

    /** Successful runs with these LCP values, in this order. */
    public static List<Run> lcp(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> ok(START, Measurements.of(List.of(new Measurement(Metric.LCP, value))), List.of()))
                .toList();
    }

    public static Run without(Metric metric, String reason) {
        return ok(START, Measurements.none(), List.of(new AbsentMetric(metric, reason)));
    }

    public static Run ended(Instant plannedAt, Outcome outcome, Measurements measurements) {
        return run(plannedAt, outcome, measurements, List.of());
    }

    public static Run failed(OutcomeType kind) {
        return run(START, new Outcome(kind, "as the test wants"), Measurements.none(), List.of());
    }

    private static Run ok(Instant plannedAt, Measurements measurements, List<AbsentMetric> absent) {
        return run(plannedAt, Outcome.ok(), measurements, absent);
    }

    private static Run run(Instant plannedAt, Outcome outcome, Measurements measurements, List<AbsentMetric> absent) {
        return new Run(
                RunId.newAt(plannedAt),
                new Slot(new ProbeId("shop-home"), LocationName.DEFAULT, plannedAt),
                false,
                Optional.of(plannedAt),
                Optional.of(plannedAt.plusSeconds(20)),
                RunState.ENDED,
                Optional.of(outcome),
                1,
                Optional.empty(),
                measurements,
                absent,
                OptionalInt.empty());
    }
}
