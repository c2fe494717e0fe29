package dev.tidemark.storage.run;

import dev.tidemark.it.TestPersistence;
import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Runs with all artifacts, recorded through the API of the run history as manual runs between the scheduled ones. */
record SyntheticArtifacts(String url, String user, String password) {
    private static final int RUNS = 12;
    private static final int SAMPLES = 3;
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final Duration AFTER_THE_SCHEDULED_ONE = Duration.ofSeconds(150);

    void write(int probes, Instant end) {
        Clock clock = Clock.fixed(end, ZoneOffset.UTC);
        try (TestPersistence persistence = TestPersistence.over(url, user, password)) {
            RunHistory history = persistence.bean(RunHistory.class, entities -> new RunHistory(entities, clock));
            for (int i = 0; i < probes; i++) {
                for (int run = RUNS; run > 0; run--) {
                    Instant at = end.minus(BETWEEN.multipliedBy(run)).plus(AFTER_THE_SCHEDULED_ONE);
                    record(history, new Slot(new ProbeId(FillCommand.name(i)), LocationName.DEFAULT, at), i);
                }
            }
        }
    }

    private static void record(RunHistory history, Slot slot, int number) {
        history.claim(slot, true).ifPresent(ticket -> {
            history.start(ticket, slot.plannedAt());
            List<SyntheticLoad> loads = IntStream.range(0, SAMPLES)
                    .mapToObj(n -> new SyntheticLoad(slot.plannedAt(), number, n))
                    .toList();
            List<SampleResult> samples =
                    loads.stream().map(load -> sample(slot.plannedAt(), load)).toList();
            RunResult result = RunResult.of(HistoryFixture.ENGINE, HistoryFixture.DESKTOP, 1_000, samples)
                    .withArtifactsOfOneSample(n -> loads.get(n).evidence());
            history.record(ticket, result, slot.plannedAt().plusSeconds(25));
        });
    }

    private static SampleResult sample(Instant at, SyntheticLoad load) {
        Measurements measured = load.measured()
                .and(new Measurement(Metric.of("LOAD"), Math.rint(load.lcp() * 1.4)))
                .and(new Measurement(Metric.of("INP"), 40));
        return new SampleResult(
                at,
                Duration.ofSeconds(7),
                Outcome.ok(),
                Set.of(),
                measured,
                List.<AbsentMetric>of(),
                load.facts(),
                List.of());
    }
}
