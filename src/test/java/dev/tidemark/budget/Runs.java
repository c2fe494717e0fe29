package dev.tidemark.budget;

import dev.tidemark.history.Run;
import dev.tidemark.history.RunState;
import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/** Runs of one probe, for tests. */
public final class Runs {

    public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private Runs() {}

    /** OK runs whose LCP is this, in the order given. */
    public static List<Run> lcp(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> ok(START, Measurements.of(List.of(new Measurement(Metric.LCP, value))), List.of()))
                .toList();
    }

    public static Run without(Metric metric, String reason) {
        return ok(START, Measurements.none(), List.of(new Absence(metric, reason)));
    }

    public static Run ended(Instant plannedAt, Outcome outcome, Measurements measurements) {
        return run(plannedAt, outcome, measurements, List.of());
    }

    public static Run failed(OutcomeKind kind) {
        return run(START, new Outcome(kind, "as the test wants"), Measurements.none(), List.of());
    }

    private static Run ok(Instant plannedAt, Measurements measurements, List<Absence> absent) {
        return run(plannedAt, Outcome.ok(), measurements, absent);
    }

    private static Run run(Instant plannedAt, Outcome outcome, Measurements measurements, List<Absence> absent) {
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
